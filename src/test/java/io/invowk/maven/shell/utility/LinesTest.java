// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LinesTest {
    /** Gives no more than some bytes at a time. */
    private static InputStream inPieces(String text, int size) {
        return new FilterInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return in.read(target, offset, Math.min(length, size));
            }
        };
    }

    private static List<String> all(String text, int size) throws IOException {
        Lines lines = new Lines(inPieces(text, size), false);
        List<String> all = new ArrayList<>();
        while (lines.advance()) {
            String copy = new String(lines.line(), StandardCharsets.UTF_8);
            assertThat(new String(lines.bytes(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8))
                    .isEqualTo(copy);
            all.add(copy + (lines.isComplete() ? "\n" : ""));
        }
        assertThat(lines.line()).isEmpty();
        return all;
    }

    @Test
    void readsTheSameLinesHoweverTheInputComes() throws IOException {
        for (int size = 1; size < 9; size++) {
            assertThat(all("ab\n\nc\u00e9d\nlast", size)).containsExactly("ab\n", "\n", "c\u00e9d\n", "last");
        }
    }

    @Test
    void readsLinesThatAreLongerThanABlock() throws IOException {
        Random random = new Random(1);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            expected.add("x".repeat(random.nextInt(200_000)) + "\n");
        }
        assertThat(all(String.join("", expected), Integer.MAX_VALUE)).isEqualTo(expected);
    }

    @Test
    void keepsALineThatWasCopiedWhenTheNextOneIsRead() throws IOException {
        Lines lines = new Lines(inPieces("first\nother\n", 6), false);
        lines.advance();
        byte[] first = lines.line();
        lines.advance();
        assertThat(first).asString(StandardCharsets.UTF_8).isEqualTo("first");
    }
}
