// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellPatternTest {
    private static ShellPattern compile(String text) {
        return ShellPattern.compile(text, true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "a*c, abbc, true",
        "a*c, abbcd, false",
        "'*', '', true",
        "?, é, true",
        "?, 😀, true",
        "[a-c]x, bx, true",
        "[!a-c]x, bx, false",
        "[^a-c]x, dx, true",
        "[]a]b, ']b', true",
        "[a-]b, -b, true",
        "[[:digit:]]*, 7up, true",
        "[[:nosuch:]], a, false",
        "[a, '[a', true",
        "\\*, '*', true",
        "\\*, a, false",
        "@(ab|c)d, abd, true",
        "@(ab|c)d, d, false",
        "?(ab)d, d, true",
        "+(ab)d, ababd, true",
        "+(ab)d, d, false",
        "*(a|b)c, abbac, true",
        "!(ab)c, abc, false",
        "!(ab)c, c, true",
        "a@(b, 'a@(b', true"
    })
    void matches(String pattern, String text, boolean expected) {
        assertThat(compile(pattern).matches(text)).isEqualTo(expected);
    }

    @Test
    void groupsAreKnownOnlyWhenTheyAreOn() {
        assertThat(ShellPattern.compile("@(a)", false, false).matches("a")).isFalse();
        assertThat(ShellPattern.compile("@(a)", false, false).matches("@(a)")).isTrue();
    }

    @Test
    void findsShortestAndLongest() {
        assertThat(compile("a*").shortestFrom("aab", 0)).isEqualTo(1);
        assertThat(compile("a*").longestFrom("aab", 0)).isEqualTo(3);
        assertThat(compile("*b").shortestToEnd("abb")).isEqualTo(2);
        assertThat(compile("*b").longestToEnd("abb")).isZero();
        assertThat(compile("x").longestFrom("aab", 0)).isEqualTo(-1);
    }

    @Test
    void takesNoExponentialTime() {
        String text = "a".repeat(3000);
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(compile("*a".repeat(30) + "b").matches(text)).isFalse();
            assertThat(compile("+(a|aa|a*)b").matches(text)).isFalse();
            assertThat(compile("*(+(a)|*(a))b").longestFrom(text, 0)).isEqualTo(-1);
        });
    }

    @Test
    void ignoresCaseIfToldTo() {
        assertThat(ShellPattern.compile("[a-c]É", false, true).matches("Bé")).isTrue();
    }
}
