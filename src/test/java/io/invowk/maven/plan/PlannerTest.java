// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.containerRuntime;
import static io.invowk.maven.plan.InvkfileFixture.implementation;
import static io.invowk.maven.plan.InvkfileFixture.interpretedBy;
import static io.invowk.maven.plan.InvkfileFixture.nativeRuntime;
import static io.invowk.maven.plan.InvkfileFixture.place;
import static io.invowk.maven.plan.InvkfileFixture.virtualRuntime;
import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.host.OperatingSystem;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.RuntimeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Platform, runtime, script and working directory of a run: execution.md §7, §10 and the choice of an interpreter. */
class PlannerTest {
    private static final InvkfileFixture TWO_WAYS = new InvkfileFixture()
            .with(command("build")
                    .with(
                            implementation(nativeRuntime()).script("windows").on(Platform.WINDOWS),
                            implementation(containerRuntime(), nativeRuntime())
                                    .script("first")
                                    .on(Platform.LINUX, Platform.WINDOWS),
                            implementation(nativeRuntime()).script("second").on(Platform.LINUX)));

    @Test
    void makesAWholePlan() {
        InvkfileFixture file = new InvkfileFixture()
                .defaultShell("zsh")
                .with(command("test  unit").with(implementation(nativeRuntime()).script("#!/bin/sh\necho $1")));
        assertThat(PlanFixture.plan(file, "test unit a 'b c' --force-rebuild", PlanFixture.host(Map.of("HOME", "/h"))))
                .usingRecursiveComparison()
                .isEqualTo(new ExecutionPlan(
                        "test unit",
                        place("test  unit"),
                        nativeRuntime(),
                        new ExecutionPlan.ScriptText("#!/bin/sh\necho $1", Optional.empty(), place("#!/bin/sh")),
                        Optional.of(new Interpreter("/bin/sh", List.of())),
                        Optional.of("zsh"),
                        List.of("a", "b c"),
                        Map.of("HOME", "/h", "ARGC", "2", "ARG1", "a", "ARG2", "b c"),
                        Set.of(),
                        Path.of("/project"),
                        Path.of("/project"),
                        true,
                        DependsOn.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX, '', CONTAINER, first",
        "LINUX, -r native, NATIVE, first",
        "LINUX, -r container, CONTAINER, first",
        "OTHER_UNIX, '', CONTAINER, first",
        "WINDOWS, '', NATIVE, windows",
        "WINDOWS, -r container, CONTAINER, first",
    })
    void choosesTheFirstImplementationThatFits(OperatingSystem os, String options, RuntimeKind runtime, String script) {
        ExecutionPlan plan = PlanFixture.plan(TWO_WAYS, "build " + options, PlanFixture.host(os, Map.of()));
        assertThat(plan.runtime().kind()).isEqualTo(runtime);
        assertThat(plan.script().text()).isEqualTo(script);
    }

    @Test
    void refusesAPlatformWithoutImplementation() {
        assertThat(PlanFixture.problem(TWO_WAYS, "build", PlanFixture.host(OperatingSystem.MACOS, Map.of())))
                .isEqualTo("""
                        invkfile.cue:1:1: error: command "build" does not run on macos
                          1 | build
                            | ^^^^^
                            = supported: linux, windows""");
    }

    @Test
    void refusesARuntimeThatIsNotAllowed() {
        assertThat(PlanFixture.problem(TWO_WAYS, "build -r conatiner")).isEqualTo("""
                        invowk.cmd:1:10: error: runtime "conatiner" not allowed for command "build" on linux
                          1 | build -r conatiner
                            |          ^^^^^^^^^
                            = allowed: container, native
                            = defined at: invkfile.cue:1:1
                            = help: did you mean "container"?""");
    }

    @Test
    void listsWhatACommandOffers() {
        assertThat(Selection.platforms(TWO_WAYS.build().commands().get(0)))
                .containsExactly(Platform.LINUX, Platform.WINDOWS);
        assertThat(Selection.runtimes(TWO_WAYS.build().commands().get(0), Platform.WINDOWS))
                .containsExactly("native", "container");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', /project",
        "root, '', '', '', /project/root",
        "root, cmd, '', '', /project/cmd",
        "root, cmd, impl, '', /project/impl",
        "root, cmd, impl, -w run, /project/run",
        "root, cmd, impl, -w /abs/x, /abs/x",
        "root, cmd, impl, -w '', /project/impl",
        "/abs, '', '', '', /abs",
        "a/b, '', '', -w ../c, /project/../c",
    })
    void findsTheWorkingDirectory(String root, String cmd, String impl, String option, Path expected) {
        InvkfileFixture file = new InvkfileFixture()
                .workdir(root)
                .with(command("build")
                        .workdir(cmd)
                        .with(implementation(nativeRuntime()).workdir(impl)));
        assertThat(PlanFixture.plan(file, "build " + option + (option.equals("-w ") ? "''" : ""))
                        .workdir())
                .isEqualTo(expected);
    }

    @Test
    void readsTheFileThatAScriptNames(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("run.py"), "#!/usr/bin/env python3\nprint(1)\n");
        ExecutionPlan plan = PlanFixture.plan(scriptFile(directory, " run.py\n"), "build");
        assertThat(plan.script().text()).isEqualTo("#!/usr/bin/env python3\nprint(1)\n");
        assertThat(plan.script().file()).contains(directory.resolve("run.py"));
        assertThat(plan.interpreter()).contains(new Interpreter("python3", List.of()));
    }

    @Test
    void saysWhyAMissingScriptWasTakenForAFile(@TempDir Path directory) {
        assertThat(PlanFixture.problem(scriptFile(directory, "./run.sh"), "build"))
                .isEqualTo("""
                        invkfile.cue:1:1: error: script file "./run.sh" does not exist
                          1 | ./run.sh
                            | ^^^^^^^^
                            = the text was read as a file name: one word that starts with ./, ../ or /, or ends like a script
                            = relative names start from the directory of the invkfile
                            = help: create it, or mend the name; a text that is to run as it is needs a second word or line""");
    }

    @Test
    void refusesScriptFilesThatAreNoText(@TempDir Path directory) throws IOException {
        Files.createDirectory(directory.resolve("dir.sh"));
        Files.write(directory.resolve("latin.sh"), "echo ä".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(PlanFixture.problem(scriptFile(directory, "dir.sh"), "build"))
                .contains("script file \"dir.sh\" is a directory");
        assertThat(PlanFixture.problem(scriptFile(directory, "latin.sh"), "build"))
                .contains("script file \"latin.sh\" is not UTF-8 text");
    }

    private static InvkfileFixture scriptFile(Path directory, String script) {
        return new InvkfileFixture()
                .directory(directory)
                .with(command("build").with(implementation(nativeRuntime()).script(script)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "#!/bin/bash > /bin/bash",
                "#! /bin/sh > /bin/sh",
                "#!/usr/bin/env python3 > python3",
                "#!/usr/bin/env -S python3 -u > python3 -u",
                "#!/bin/env -i perl -w > perl -w",
                "#!/usr/bin/env NAME=v sh > NAME=v sh",
                "#!/usr/bin/perl -w > /usr/bin/perl -w",
                "#!env sh > env sh",
                "#!/usr/bin/env > ''",
                "#!/usr/bin/env -S > ''",
                "#!/usr/bin/env -i -u > ''",
                "#! > ''",
                "# !x > ''",
                "echo > ''",
                "'' > ''",
            })
    void readsTheShebang(String line, String expected) {
        for (String script : List.of(line, line + "\necho", line + "\r\necho")) {
            assertThat(shown(InterpreterChoice.of(nativeRuntime(), script))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "auto > /bin/sh",
                "python3 -u > python3 -u",
                "' node ' > node",
                "env -S ruby -w > ruby -w",
                "env -i ruby > ruby",
                "/usr/bin/env > ''",
                "./tool > ./tool",
            })
    void letsTheRuntimeNameTheInterpreter(String field, String expected) {
        assertThat(shown(InterpreterChoice.of(interpretedBy(field), "#!/bin/sh\n")))
                .isEqualTo(expected);
        assertThat(shown(InterpreterChoice.of(
                        containerRuntime(EnvInherit.UNSET, Optional.of(field), false), "#!/bin/sh\n")))
                .isEqualTo(expected);
    }

    @Test
    void takesAShebangForACommentInTheVirtualShell() {
        assertThat(InterpreterChoice.of(virtualRuntime(), "#!/bin/sh\n")).isEmpty();
    }

    private static String shown(Optional<Interpreter> interpreter) {
        return interpreter
                .map(found -> String.join(" ", found.program(), String.join(" ", found.arguments()))
                        .strip())
                .orElse("");
    }

    @Test
    void asksForAccessToTheHostForTheCommandAndNotForItsChecks() {
        InvkfileFixture file = new InvkfileFixture()
                .with(command("ssh").with(implementation(containerRuntime(EnvInherit.UNSET, Optional.empty(), true))));
        ExecutionPlan plan = PlanFixture.plan(file, "ssh");
        assertThat(((RuntimeConfig.Container) plan.runtime()).enableHostSsh()).isTrue();
        ExecutionPlan checks = plan.forChecks("true", List.of());
        assertThat(((RuntimeConfig.Container) checks.runtime()).enableHostSsh()).isFalse();
    }

    @Test
    void gathersTheDependenciesOfTheThreeLevelsInTheirOrder() {
        InvkfileFixture file = new InvkfileFixture()
                .dependsOn(tools("a"))
                .with(
                        command("build")
                                .dependsOn(tools("b"))
                                .with(
                                        implementation(nativeRuntime()).dependsOn(tools("c")),
                                        implementation(containerRuntime()).dependsOn(tools("d"))),
                        command("other").dependsOn(tools("e")));
        assertThat(PlanFixture.plan(file, "build").dependsOn().tools())
                .extracting(entry -> entry.alternatives().get(0))
                .containsExactly("a", "b", "c");
        assertThat(PlanFixture.plan(file, "build -r container").dependsOn().tools())
                .extracting(entry -> entry.alternatives().get(0))
                .containsExactly("a", "b", "d");
    }

    private static DependsOn tools(String... names) {
        List<DependsOn.Entry<String>> entries = Stream.of(names)
                .map(name -> new DependsOn.Entry<>(List.of(name), place(name)))
                .toList();
        return new DependsOn(entries, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
