// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cuefile.TextRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {
    private final TextRule envFile = new EnvFilePath();
    private final TextRule containerfile = new ContainerfilePath();

    @ParameterizedTest
    @ValueSource(strings = {".env", "a/b/.env", "./x", "a/../b", "a b", "x:y", "a./b", "a..b", "?"})
    void takesEnvFilesBelowTheInvkfile(String path) {
        assertThat(envFile.problem(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'' | is empty",
                "/etc/env | is an absolute path",
                "C:\\env | is an absolute path",
                "c:/env | is an absolute path",
                "\\\\server\\env | is an absolute path",
                "../x | leads out",
                "a/../../x | leads out",
                "a\\..\\..\\x | leads out",
                "..env | leads out",
                "a/..b | leads out",
                ".. | leads out"
            },
            delimiter = '|')
    void refusesOtherEnvFiles(String path, String why) {
        assertThat(envFile.problem(path)).get().asString().contains(why);
    }

    @Test
    void countsBytesOfEnvFiles() {
        assertThat(envFile.problem("é".repeat(2048))).isEmpty();
        assertThat(envFile.problem("é".repeat(2048) + "a")).get().asString().contains("has 4097 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Containerfile",
                "docker/Containerfile.dev",
                "./x",
                "sub/.",
                "a b",
                "con.tar.gz",
                "COM0",
                "COM10",
                "CONX",
                ".con"
            })
    void takesContainerfiles(String path) {
        assertThat(containerfile.problem(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "C:\\Containerfile | is an absolute path",
                "c:/Containerfile | is an absolute path",
                ". | is a directory",
                "a? | has the character \"?\"",
                "a:b | has the character \":\"",
                "'a\u0001' | has the character \"\\u0001\"",
                "'a ' | ends in a space or a dot",
                "a. | ends in a space or a dot",
                "sub/NUL | name of a device",
                "con.txt | name of a device",
                "Lpt9.x | name of a device"
            },
            delimiter = '|')
    void refusesContainerfilesWithNamesThatSomeSystemsRefuse(String path, String why) {
        assertThat(containerfile.problem(path)).get().asString().contains(why);
    }

    @Test
    void countsBytesOfContainerfiles() {
        assertThat(containerfile.problem("é".repeat(127) + "a")).isEmpty();
        assertThat(containerfile.problem("é".repeat(128))).get().asString().contains("a name of 256 bytes");
        assertThat(containerfile.problem("a/".repeat(2047) + "ab")).isEmpty();
        assertThat(containerfile.problem("a/".repeat(2047) + "abc"))
                .get()
                .asString()
                .contains("has 4097 bytes");
    }
}
