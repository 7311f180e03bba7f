// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IgnoreRulesTest {
    private static boolean excludes(String rules, String path) {
        return IgnoreRules.parse(rules).excludes(path);
    }

    @Test
    void excludesWhatIsBelowAnExcludedDirectory() {
        assertThat(excludes("target", "target")).isTrue();
        assertThat(excludes("target", "target/a/b")).isTrue();
        assertThat(excludes("target", "targets")).isFalse();
        assertThat(excludes("target", "a/target")).isFalse();
    }

    @Test
    void readsPathsFromTheRootWithOrWithoutSlashes() {
        assertThat(excludes("/a/b/", "a/b/c")).isTrue();
        assertThat(excludes("./a/../b", "b")).isTrue();
        assertThat(excludes("b", "a")).isFalse();
    }

    @Test
    void lastRuleThatSpeaksOfAPathDecides() {
        String rules = "*.md\n!README.md\nREADME-secret.md\n";
        assertThat(excludes(rules, "CHANGES.md")).isTrue();
        assertThat(excludes(rules, "README.md")).isFalse();
        assertThat(excludes(rules, "README-secret.md")).isTrue();
        assertThat(excludes("a\n!a/b\n", "a/b/c")).isFalse();
        assertThat(excludes("a\n!a/b\n", "a/c")).isTrue();
        assertThat(excludes("!a/b\na\n", "a/b")).isTrue();
    }

    @Test
    void matchesAnyDepthWithTwoStars() {
        assertThat(excludes("**/*.class", "A.class")).isTrue();
        assertThat(excludes("**/*.class", "a/b/A.class")).isTrue();
        assertThat(excludes("*.class", "a/A.class")).isFalse();
    }

    @Test
    void skipsCommentsEmptyLinesAndAByteOrderMark() {
        assertThat(excludes("\uFEFF# a\n\n  \r\n b \r\n", "b")).isTrue();
        assertThat(excludes("# a\na", "# a")).isFalse();
        assertThat(excludes("[a\nb", "b")).isTrue();
        assertThat(excludes("!\n.\n/\n", "a")).isFalse();
    }

    @Test
    void isFinalWithoutAnException() {
        assertThat(IgnoreRules.parse("a\nb").isFinal()).isTrue();
        assertThat(IgnoreRules.parse("a\n!a/b").isFinal()).isFalse();
    }
}
