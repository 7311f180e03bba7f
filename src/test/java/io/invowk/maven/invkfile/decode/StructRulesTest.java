// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cuefile.FileProblem;
import io.invowk.maven.cuefile.FileProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each structural rule of the format by the name of its section, in the smallest file that breaks it alone. Lengths at their borders are
 * in {@link LimitsTest}, the rules of one text in the tests of its class.
 */
class StructRulesTest {
    private static final String IMPLEMENTATION = "{script: \"x\", runtimes: [RUNTIME]}";
    private static final String NATIVE = "{name: \"native\"}";

    @TempDir
    private Path directory;

    private List<FileProblem> problems(String root, String command, String runtime) throws IOException {
        Path file = directory.resolve("invkfile.cue");
        Files.writeString(
                file,
                root + "\ncmds: [{name: \"a\", implementations: [" + IMPLEMENTATION.replace("RUNTIME", runtime) + "], "
                        + command + "}]\n");
        return InvkfileReader.read(file, directory).problems();
    }

    private static void assertOne(List<FileProblem> problems, String expected) {
        assertThat(problems).extracting(FileProblem::kind).containsOnly(Kind.STRUCT);
        assertThat(problems)
                .extracting(problem -> problem.diagnostic().message())
                .singleElement()
                .asString()
                .contains(expected);
        assertThat(problems.get(0).diagnostic().place()).isPresent();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5.1 flag: duplicate name | flags: [{name: \"f\", description: \"d\"}, {name: \"f\", description: \"d\"}]"
                        + " | flag \"f\" is defined twice",
                "5.1 flag: env-file | flags: [{name: \"env-file\", description: \"d\"}]"
                        + " | flag \"env-file\" is an option that every command has",
                "5.1 flag: env-var | flags: [{name: \"env-var\", description: \"d\"}]"
                        + " | flag \"env-var\" is an option that every command has",
                "5.1 flag: short e | flags: [{name: \"f\", description: \"d\", short: \"e\"}]"
                        + " | short name \"e\" is an option that every command has",
                "5.1 flag: short E | flags: [{name: \"f\", description: \"d\", short: \"E\"}]"
                        + " | short name \"E\" is an option that every command has",
                "5.1 [D] flag: workdir | flags: [{name: \"workdir\", description: \"d\"}]"
                        + " | flag \"workdir\" is an option that every command has",
                "5.1 [D] flag: short w | flags: [{name: \"f\", description: \"d\", short: \"w\"}]"
                        + " | short name \"w\" is an option that every command has",
                "5.1 flag: duplicate short | flags: [{name: \"f\", description: \"d\", short: \"x\"},"
                        + " {name: \"g\", description: \"d\", short: \"x\"}] | short name \"x\" is defined twice",
                "5.1 flag: required with a default | flags: [{name: \"f\", description: \"d\", required: true,"
                        + " default_value: \"x\"}] | \"default_value\" has no effect where \"required\" is true",
                "5.1 arg: required with a default | args: [{name: \"f\", description: \"d\", required: true,"
                        + " default_value: \"x\"}] | \"default_value\" has no effect where \"required\" is true",
                "5.1 flag: default of another type | flags: [{name: \"f\", description: \"d\", type: \"int\","
                        + " default_value: \"x\"}] | default \"x\" is not of type int",
                "5.1 arg: default of another type | args: [{name: \"f\", description: \"d\", type: \"float\","
                        + " default_value: \"x\"}] | default \"x\" is not of type float",
                "5.1 flag: unsafe validation | flags: [{name: \"f\", description: \"d\", validation: \"(a+)+\"}]"
                        + " | pattern repeats a group that repeats something",
                "5.1 arg: default that does not match | args: [{name: \"f\", description: \"d\", validation: \"^a\","
                        + " default_value: \"b\"}] | default \"b\" does not match the validation",
                "5.1 arg: duplicate name | args: [{name: \"f\", description: \"d\"}, {name: \"f\", description: \"d\"}]"
                        + " | argument \"f\" is defined twice",
                "5.1 arg: required after optional | args: [{name: \"f\", description: \"d\"},"
                        + " {name: \"g\", description: \"d\", required: true}]"
                        + " | argument \"g\" is required but follows an optional one",
                "5.1 arg: after a variadic one | args: [{name: \"f\", description: \"d\", variadic: true},"
                        + " {name: \"g\", description: \"d\"}]"
                        + " | argument \"g\" follows one that takes all words that are left",
                "5.2 depends_on env_vars: unsafe validation | depends_on: env_vars: [{alternatives:"
                        + " [{name: \"A\", validation: \"(a+)+\"}]}] | pattern",
                "5.2 expected_output: not RE2 | depends_on: custom_checks: [{name: \"c\", check_script: \"x\","
                        + " expected_output: \"(\"}] | ",
                "5.6 env.files: absolute | env: files: [\"/etc/env\"] | is an absolute path",
                "5.6 env.files: leads out | env: files: [\"../env\"] | leads out",
                "3.2 env.vars: name | env: vars: \"1X\": \"\" | \"1X\"",
                "3.9 filepaths: NUL | depends_on: filepaths: [{alternatives: [\"a\\u0000\"]}] | "
            })
    void ofACommand(String rule, String command, String expected) throws IOException {
        assertOne(problems("", command, NATIVE), expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5.1 container: neither image nor containerfile | {name: \"container\"} | image",
                "5.1 container: both | {name: \"container\", image: \"a\", containerfile: \"b\"} | image",
                "5.1 duplicate platform and runtime | {name: \"native\"}, {name: \"native\"}"
                        + " | runtime \"native\" is given twice",
                "5.3 image: a shell's character | {name: \"container\", image: \"a;b\"} | image \"a;b\"",
                "5.3 image: no name | {name: \"container\", image: \"-a\"} | \"-a\" is no name of an image",
                "5.4 containerfile: a device | {name: \"container\", containerfile: \"nul\"} | device",
                "5.5a.2 volume: parts | {name: \"container\", image: \"a\", volumes: [\"/a\"]} | volume \"/a\"",
                "5.5a.3 volume: relative container part | {name: \"container\", image: \"a\", volumes: [\"/a:b\"]}"
                        + " | volume \"/a:b\"",
                "5.5a.4 volume: option | {name: \"container\", image: \"a\", volumes: [\"/a:/b:x\"]} | volume \"/a:/b:x\"",
                "5.5a.5 volume: sensitive | {name: \"container\", image: \"a\", volumes: [\"/etc/shadow:/b\"]}"
                        + " | shares /etc/shadow of the host",
                "5.5b.2 port: protocol | {name: \"container\", image: \"a\", ports: [\"80/icmp\"]} | port \"80/icmp\"",
                "5.5b.3 port: parts | {name: \"container\", image: \"a\", ports: [\"1:2:3:4\"]} | port \"1:2:3:4\"",
                "5.5b.4 port: address | {name: \"container\", image: \"a\", ports: [\"a:1:2\"]} | port \"a:1:2\"",
                "5.5b.5 port: number | {name: \"container\", image: \"a\", ports: [\"65536\"]} | port \"65536\""
            })
    void ofARuntime(String rule, String runtime, String expected) throws IOException {
        assertOne(problems("", "", runtime), expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "4.2 root env | env: vars: \"a-b\": \"\" | \"a-b\"",
                "4.2 root env files | env: files: [\"..env\"] | leads out",
                "4.2 root depends_on | depends_on: env_vars: [{alternatives: [{name: \"A\", validation: \"a**\"}]}] | "
            })
    void ofTheFile(String rule, String root, String expected) throws IOException {
        assertOne(problems(root, "", NATIVE), expected == null ? "" : expected);
    }

    @Test
    void flagsMayBeNamedAsOptionsThatStayReachable() throws IOException {
        String flags =
                "flags: [{name: \"runtime\", description: \"d\", short: \"r\"}, {name: \"from\", description: \"d\"}]";
        assertThat(problems("", flags, NATIVE)).isEmpty();
    }
}
