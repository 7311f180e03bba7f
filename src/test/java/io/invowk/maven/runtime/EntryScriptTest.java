// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.invkfile.Argument;
import io.invowk.maven.invkfile.ValueType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the scripts in the shell of this machine. */
class EntryScriptTest {
    @TempDir
    Path directory;

    private Plans plans;
    private String env = "";
    private int status;

    @BeforeEach
    void makePlans() {
        plans = new Plans(directory).image("x:1").script("printf '%s\\n' \"$0\" \"$@\"; pwd");
    }

    private static Argument argument(String name, boolean required, String defaultValue, boolean variadic) {
        return new Argument(
                name,
                "",
                ValueType.STRING,
                Optional.of(defaultValue).filter(text -> !text.isEmpty()),
                required,
                Optional.empty(),
                variadic,
                Plans.place("cmds"));
    }

    private String run(List<Argument> arguments, String... words) throws Exception {
        String script = EntryScript.of(
                        plans.plan(),
                        arguments,
                        ContainerCommand.of(plans.plan()).program())
                .replace("/invowk/env", directory.resolve("env").toString())
                .replace("'/workspace", "'" + directory);
        Files.writeString(directory.resolve("env"), env);
        Path file = Files.writeString(directory.resolve("entry"), script);
        List<String> command = new ArrayList<>(List.of("sh", file.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        status = process.waitFor();
        return said;
    }

    @Test
    void passesWordsOnAsARunDoes() throws Exception {
        assertThat(run(List.of(), "a b", "", "it's")).isEqualTo("invowk\na b\n\nit's\n" + directory + "\n");
        assertThat(run(List.of())).isEqualTo("/bin/sh\n" + directory + "\n");
    }

    @Test
    void takesTheWordsOfThePlanIfThereAreNone() throws Exception {
        plans.words = List.of("one", "it's");
        assertThat(run(List.of())).startsWith("invowk\none\nit's\n");
        assertThat(run(List.of(), "two")).isEqualTo("invowk\ntwo\n" + directory + "\n");
    }

    @Test
    void setsTheEnvironmentAndTheArguments() throws Exception {
        env = "export A='it'\\''s'\nexport ARG1='old'\nexport UID='77'\n";
        plans.script("env | grep -e '^A=' -e '^ARG' -e '^INVOWK' -e '^invowk' | sort");
        List<Argument> arguments = List.of(
                argument("first-one", true, "", false),
                argument("second", false, "by default's", false),
                argument("third", false, "", false));
        assertThat(run(arguments, "x y")).isEqualTo("""
                A=it's
                ARG1=x y
                ARGC=1
                INVOWK_ARG_FIRST_ONE=x y
                INVOWK_ARG_SECOND=by default's
                """);
        assertThat(run(arguments, "1", "2", "3")).endsWith("INVOWK_ARG_SECOND=2\nINVOWK_ARG_THIRD=3\n");
    }

    @Test
    void setsTheWordsOfAVariadicArgument() throws Exception {
        plans.script("env | grep '^INVOWK' | sort");
        List<Argument> arguments = List.of(argument("a", false, "", false), argument("rest", false, "", true));
        assertThat(run(arguments, "1", "2 2", "", "4")).isEqualTo("""
                INVOWK_ARG_A=1
                INVOWK_ARG_REST=2 2  4
                INVOWK_ARG_REST_1=2 2
                INVOWK_ARG_REST_2=
                INVOWK_ARG_REST_3=4
                INVOWK_ARG_REST_COUNT=3
                """);
        assertThat(run(arguments)).isEqualTo("INVOWK_ARG_REST=\nINVOWK_ARG_REST_COUNT=0\n");
    }

    @Test
    void refusesAWrongNumberOfWords() throws Exception {
        List<Argument> arguments = List.of(argument("a", true, "", false), argument("b", false, "", false));
        assertThat(run(arguments)).isEqualTo("command \"build\" needs at least 1 arguments: a b\n");
        assertThat(status).isEqualTo(64);
        assertThat(run(arguments, "1", "2", "3")).isEqualTo("command \"build\" takes at most 2 arguments: a b\n");
        assertThat(status).isEqualTo(64);
    }

    @Test
    void startsAnInterpreterWithTheScript() throws Exception {
        plans.interpreter("sh", "-e").script("irrelevant");
        Path script = Files.writeString(directory.resolve("run me.sh"), "printf '%s\\n' \"$@\"; false; echo never");
        plans.file = Optional.of(script);
        assertThat(run(List.of(), "a b")).isEqualTo("a b\n");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void endsWhenTheDirectoryIsMissing() throws Exception {
        plans.workdir = directory.resolve("missing");
        assertThat(run(List.of())).contains("missing");
        assertThat(status).isEqualTo(70);
    }
}
