// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(?P<n>a)",
                "(?<n>a)",
                "\\Qa.(é{9999}\\E",
                "\\pL",
                "\\p{Greek}",
                "[[:alpha:]]",
                "[]a]",
                "[^]a(]",
                "\\12",
                "(?imsU)a",
                "{",
                "a{,2}",
                "a{1000}",
                "(a{10}){100}",
                "((a{10}){10}){10}",
                "(a{0}){1000}",
                "a{100}b{100}",
                "(a{100}|b{100}){10}",
                "[{1001}(]",
                "\\x{61}{1000}",
                "\\(\\)\\{"
            })
    void takesWhatRe2Takes(String pattern) {
        assertThatCode(() -> Regexp.compile(pattern)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{1001}",
                "(a{500}){3}",
                "((a{10}){10}b){11}",
                "(a{2,}){501}",
                "a**",
                "x*{2}",
                "a++",
                "*a",
                "(?x)a",
                "(?#c)a",
                "\\C",
                "\\Z",
                "\\G",
                "\\K",
                "\\e",
                "\\h",
                "\\u",
                "\\1",
                "\\8",
                "\\é",
                "[\\é]",
                "(?=a)",
                "(?>a)",
                "[z-a]",
                "a{2,1}",
                "(",
                ")",
                "a\\",
                "[",
                "[a",
                "\\p{Foo}",
                "(?P<n"
            })
    void refusesWhatRe2Refuses(String pattern) {
        assertThatThrownBy(() -> Regexp.compile(pattern)).isInstanceOf(InvalidRegexpException.class);
        assertThatThrownBy(() -> Regexp.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesDeepNestingWithoutRunningOutOfStack() {
        assertThatCode(() -> Regexp.compile("(".repeat(1000) + ")".repeat(1000)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Regexp.compile("(".repeat(100_000) + ")".repeat(100_000)))
                .hasMessage("groups nest too deep");
    }

    @Test
    void findsAnywhere() throws InvalidRegexpException {
        assertThat(Regexp.compile("b+").find("abc")).isTrue();
        assertThat(Regexp.compile("^b").find("abc")).isFalse();
        assertThat(Regexp.compile("a$").find("a\n")).isFalse();
    }
}
