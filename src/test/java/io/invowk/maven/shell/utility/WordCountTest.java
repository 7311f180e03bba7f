// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WordCountTest {
    @Test
    void countsTheSameHoweverTheBytesCome() {
        byte[] text = "one two\n\tthr\u00e9e \u0001 four\r\nfive".getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= text.length; size++) {
            WordCount count = new WordCount(true, true);
            for (int at = 0; at < text.length; at += size) {
                byte[] piece = Arrays.copyOfRange(text, at, Math.min(text.length, at + size));
                count.add(piece, piece.length);
            }
            assertThat(new long[] {count.lines(), count.words(), count.characters(), count.bytes(), count.widest()})
                    .containsExactly(2, 5, 27, 28, 19);
        }
    }

    @Test
    void countsOnlyTheFirstBytesOfABlock() {
        WordCount count = new WordCount(true, false);
        count.add("a b\nc d\n".getBytes(StandardCharsets.US_ASCII), 4);
        assertThat(count.lines()).isEqualTo(1);
        assertThat(count.words()).isEqualTo(2);
        assertThat(count.bytes()).isEqualTo(4);
    }
}
