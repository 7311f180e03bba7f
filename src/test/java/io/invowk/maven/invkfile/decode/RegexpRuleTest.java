// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cuefile.TextRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexpRuleTest {
    private final TextRule rule = new RegexpRule();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "^v[0-9]+$", "(a?)+", "(a{2,})+", "(a(b+)c)*", "(a+)", "(a+)b*", "a+b*(c)?", "([a]{2})+"})
    void takesGroupsThatDoNotRepeatTwice(String pattern) {
        assertThat(rule.problem(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+",
                "(\\w+)?",
                "(.+){2}",
                "([+*])?",
                "(\\+)+",
                "x(y*z)*",
                "((a+)+)",
                "(a)(b+)*",
                "((a*))+(a*)?"
            })
    void refusesARepeatedGroupThatRepeats(String pattern) {
        assertThat(rule.problem(pattern)).get().asString().contains("repeats a group that repeats");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(cat|dog)+",
                "(\\d|\\w)+",
                "([a-z]|[0-9])+",
                "(a|aa)?",
                "(a|aa)",
                "(a|aa){2}",
                "(a| |b)+",
                "(?:a|ab)+",
                "(é|b)+",
                "((a|ab)*)"
            })
    void takesAlternativesThatBeginApart(String pattern) {
        assertThat(rule.problem(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|aa)+", "(cat|car)*", "(a|b|a)+", "x(foo| foo)+", "(é|è)*"})
    void refusesRepeatedAlternativesThatBeginAlike(String pattern) {
        assertThat(rule.problem(pattern)).get().asString().contains("alternatives begin alike");
    }

    @Test
    void countsBytesUpToTheLimit() {
        assertThat(rule.problem("a".repeat(1000))).isEmpty();
        assertThat(rule.problem("a".repeat(1001))).hasValue("pattern has 1001 bytes, more than 1000");
        assertThat(rule.problem("é".repeat(500))).isEmpty();
        assertThat(rule.problem("é".repeat(500) + "a")).isPresent();
    }

    @Test
    void countsDepthAlsoInClassesButNotEscapes() {
        assertThat(rule.problem("(".repeat(10) + "a" + ")".repeat(10))).isEmpty();
        assertThat(rule.problem("(".repeat(11) + "a" + ")".repeat(11)))
                .hasValue("pattern has groups 11 deep, more than 10");
        assertThat(rule.problem("(".repeat(10) + "[(]a" + ")".repeat(10))).isPresent();
        assertThat(rule.problem("(".repeat(10) + "\\(a" + ")".repeat(10))).isEmpty();
    }

    @Test
    void countsQuantifiersOutsideClasses() {
        assertThat(rule.problem("a*".repeat(20))).isEmpty();
        assertThat(rule.problem("a*".repeat(21))).hasValue("pattern has 21 quantifiers, more than 20");
        assertThat(rule.problem("a*?".repeat(10))).isEmpty();
        assertThat(rule.problem("a*?".repeat(10) + "(?:a)")).isPresent();
        assertThat(rule.problem("a{2}".repeat(21))).isPresent();
        assertThat(rule.problem("a{b}".repeat(21))).isEmpty();
        assertThat(rule.problem("[*+?]".repeat(21) + "\\*".repeat(21))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a**", "(a", "[z-a]", "(?=a)", "\\1", "(a{500}){3}"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThat(rule.problem(pattern)).get().asString().contains("is no RE2 pattern: ");
    }
}
