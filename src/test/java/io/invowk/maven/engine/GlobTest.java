// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    private static boolean matches(String glob, String path) {
        return Glob.compile(glob).orElseThrow().matcher(path).matches();
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, a.txt, true",
        "a.txt, aXtxt, false",
        "*.txt, a.txt, true",
        "*.txt, .txt, true",
        "*.txt, d/a.txt, false",
        "d/*, d/a, true",
        "d/*, d/a/b, false",
        "?, ä, true",
        "?, 😀, true",
        "?, ab, false",
        "a?b, a/b, false",
        "[a-c]x, bx, true",
        "[a-c]x, dx, false",
        "[^a-c]x, dx, true",
        "[^a-c]x, bx, false",
        "a[^b]c, a/c, false",
        "[!a], !, true",
        "[a^&&b], &, true",
        "[\\]], ], true",
        "\\*, *, true",
        "\\*, a, false",
        "a(b|c)+${d}, a(b|c)+${d}, true",
        "**, a/b/c, true",
        "**/x, x, true",
        "**/x, a/b/x, true",
        "**/x, ax, false",
        "a/**/x, a/x, true",
        "a/**/x, a/b/c/x, true",
        "a/**, a/b/c, true",
        "a/**, a, false",
        "**/*.go, a/b.go, true",
    })
    void matchesAsTheBuildersDo(String glob, String path, boolean expected) {
        assertThat(matches(glob, path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"[", "[a", "[]", "[]a]", "[a-]", "[-a]", "[b-a]", "[\\", "a\\"})
    void matchesNothingWhenMalformed(String glob) {
        assertThat(Glob.compile(glob)).isEmpty();
    }

    @Test
    void tellsPatternsFromNames() {
        assertThat(Glob.isPattern("a(b)+{c}.d")).isFalse();
        assertThat(Glob.isPattern("a*")).isTrue();
        assertThat(Glob.isPattern("a\\b")).isTrue();
    }
}
