// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedTest {
    @Test
    void keepsAMessageOnOneLine() {
        assertThat(Quoted.of("a\n\tb\r\u0000\u001b[1m")).isEqualTo("\"a\\n\\tb\\r\\u0000\\u001b[1m\"");
    }

    @Test
    void showsWhatATerminalWouldObey() {
        assertThat(Quoted.visible("a/\u001b[31m\n\u009b" + "x".repeat(100)))
                .isEqualTo("a/\\u001b[31m\\n\\u009b" + "x".repeat(100));
    }

    @Test
    void cutsLongTextBetweenCodePoints() {
        assertThat(Quoted.of("😀".repeat(60))).isEqualTo("\"" + "😀".repeat(60) + "\"");
        assertThat(Quoted.of("😀".repeat(61))).isEqualTo("\"" + "😀".repeat(60) + "...\"");
    }

    @Test
    void joinsAChoice() {
        assertThat(Quoted.choice(List.of("a"))).isEqualTo("\"a\"");
        assertThat(Quoted.choice(List.of("a", "b"))).isEqualTo("\"a\" or \"b\"");
        assertThat(Quoted.choice(List.of("a", "b", "c"))).isEqualTo("\"a\", \"b\" or \"c\"");
    }
}
