// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineOutputTest {
    private final List<String> lines = new ArrayList<>();
    private final LineOutput output = new LineOutput(lines::add);

    @Test
    void putsCharactersTogetherThatComeInPieces() {
        for (byte each : "aä€😀b\nrest".getBytes(StandardCharsets.UTF_8)) {
            output.write(each);
        }
        assertThat(lines).containsExactly("aä€😀b");
        output.close();
        assertThat(lines).containsExactly("aä€😀b", "rest");
    }

    @Test
    void showsWhatIsNoText() {
        output.write(new byte[] {'a', (byte) 0xff, 'b', '\n', (byte) 0xc3}, 0, 5);
        output.close();
        assertThat(lines).containsExactly("a\uFFFDb", "\uFFFD");
    }

    @Test
    void takesTextsOfAnyLength() {
        String text = "ä".repeat(50_000);
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        output.write(bytes, 0, bytes.length);
        assertThat(lines).containsExactly(text);
    }

    @Test
    void deliversNothingAfterItsEnd() {
        output.close();
        output.write('x');
        output.close();
        assertThat(lines).isEmpty();
    }
}
