// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cuefile.TextRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {
    private static final String DIGEST = "@sha256:" + "0aB".repeat(21) + "f";

    private final TextRule rule = new ImageName();

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "debian", "debian:12", "host:5000/ns/name:tag", "Debian", "a:-", "a:_", "alpine", "a//b"})
    void takes(String image) {
        assertThat(rule.problem(image)).isEmpty();
        assertThat(rule.problem(image + DIGEST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "debian; rm | has the character \";\"",
                "'a\nb' | has the character \"\\n\"",
                "$IMAGE | has the character \"$\"",
                "-a | is no name of an image",
                "a/ | is no name",
                "'a b' | is no name",
                "a@sha256:12 | is no name",
                "a@b | is no name",
                "é | is no name"
            },
            delimiter = '|')
    void refuses(String image, String why) {
        assertThat(rule.problem(image)).get().asString().contains(why);
    }

    @Test
    void countsBytes() {
        assertThat(rule.problem("a".repeat(512))).isEmpty();
        assertThat(rule.problem("a".repeat(513))).hasValue("\"image\" has 513 bytes, more than 512");
    }
}
