// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.containerRuntime;
import static io.invowk.maven.plan.InvkfileFixture.flag;
import static io.invowk.maven.plan.InvkfileFixture.implementation;
import static io.invowk.maven.plan.InvkfileFixture.nativeRuntime;
import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.EnvInherit.Mode;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layers of variables, and what is inherited: execution.md §9. */
class EnvMergeTest {
    private static final Map<String, String> HOST = Map.of("A", "a", "B", "b", "a", "small");

    private static String inherited(RuntimeConfig runtime, String options) {
        InvkfileFixture file = new InvkfileFixture().with(command("env").with(implementation(runtime)));
        Map<String, String> env =
                PlanFixture.plan(file, "env " + options, PlanFixture.host(HOST)).environment();
        return String.join(" ", env.keySet().stream().filter(HOST::containsKey).toList());
    }

    private static EnvInherit inherit(Mode mode, List<String> allow, List<String> deny) {
        return new EnvInherit(Optional.ofNullable(mode), allow, deny);
    }

    /**
     * Each layer sets the variable of its own number and all that follow. The project comes between the host and the first
     * file, so numbers from 2 on are one more than those of the format's table; its layer 11 is the runtimes'.
     */
    @Test
    void putsEachLayerOverTheOneBefore(@TempDir Path directory) throws IOException {
        dotenv(directory.resolve("file.env"), from(3, "env.files of the file"));
        dotenv(directory.resolve("command.env"), from(4, "env.files of the command"));
        dotenv(directory.resolve("implementation.env"), from(5, "env.files of the implementation"));
        dotenv(directory.resolve("first.env"), from(10, "the first file of the run"));
        dotenv(directory.resolve("second.env"), from(11, "the second file of the run"));
        Map<String, String> ofImplementation = from(8, "env.vars of the implementation");
        ofImplementation.putAll(Map.of("INVOWK_FLAG_X", "implementation", "ARGC", "implementation"));
        InvkfileFixture file = new InvkfileFixture()
                .directory(directory)
                .envFiles("file.env")
                .vars(from(6, "env.vars of the file"))
                .with(command("env")
                        .envFiles("command.env")
                        .vars(from(7, "env.vars of the command"))
                        .flags(flag("x", ValueType.STRING))
                        .with(implementation(nativeRuntime())
                                .envFiles("implementation.env")
                                .vars(ofImplementation)));
        Planner planner = new Planner(
                PlanFixture.host(from(1, "the host")),
                directory,
                new ProjectVariables(from(2, "the project"), Map.of()));
        Invocation run = PlanFixture.read(
                file, "env --x=flag -e first.env -e second.env -E V12='a variable of the run' -E ARGC=run");
        assertThat(planner.plan((Invocation.Run) run).environment())
                .isEqualTo(Map.ofEntries(
                        Map.entry("V01", "the host"),
                        Map.entry("V02", "the project"),
                        Map.entry("V03", "env.files of the file"),
                        Map.entry("V04", "env.files of the command"),
                        Map.entry("V05", "env.files of the implementation"),
                        Map.entry("V06", "env.vars of the file"),
                        Map.entry("V07", "env.vars of the command"),
                        Map.entry("V08", "env.vars of the implementation"),
                        Map.entry("V09", "env.vars of the implementation"),
                        Map.entry("V10", "the first file of the run"),
                        Map.entry("V11", "the second file of the run"),
                        Map.entry("V12", "a variable of the run"),
                        Map.entry("INVOWK_FLAG_X", "flag"),
                        Map.entry("ARGC", "run")));
    }

    private static Map<String, String> from(int first, String value) {
        Map<String, String> variables = new HashMap<>();
        for (int i = first; i <= 12; i++) {
            variables.put(String.format("V%02d", i), value);
        }
        return variables;
    }

    private static void dotenv(Path file, Map<String, String> variables) throws IOException {
        Files.write(
                file,
                variables.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList());
    }

    @Test
    void isTheSameForAContainerButForTheHost(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.env"), "A=1\n");
        InvkfileFixture file = new InvkfileFixture()
                .directory(directory)
                .envFiles("a.env")
                .with(command("env").with(implementation(containerRuntime())));
        ProjectVariables project =
                new ProjectVariables(Map.of("MAVEN_PROJECT_VERSION", "1"), Map.of("MAVEN_PROJECT_BASEDIR", directory));
        ExecutionPlan plan = new Planner(PlanFixture.host(Map.of("HOST", "1")), directory, project)
                .plan((Invocation.Run) PlanFixture.read(file, "env"));
        assertThat(plan.environment())
                .isEqualTo(Map.of(
                        "A",
                        "1",
                        "ARGC",
                        "0",
                        "MAVEN_PROJECT_VERSION",
                        "1",
                        "MAVEN_PROJECT_BASEDIR",
                        directory.toString()));
        assertThat(plan.hostPaths()).containsExactly("MAVEN_PROJECT_BASEDIR");
    }

    @Test
    void aDirectoryThatIsSetAnewIsNoneOfTheProject() {
        ProjectVariables project = new ProjectVariables(Map.of(), Map.of("MAVEN_PROJECT_BASEDIR", Path.of("/project")));
        InvkfileFixture file = new InvkfileFixture()
                .vars(Map.of("MAVEN_PROJECT_BASEDIR", "/else"))
                .with(command("env"));
        ExecutionPlan plan = new Planner(PlanFixture.host(Map.of()), Path.of("/project"), project)
                .plan((Invocation.Run) PlanFixture.read(file, "env"));
        assertThat(plan.environment()).containsEntry("MAVEN_PROJECT_BASEDIR", "/else");
        assertThat(plan.hostPaths()).isEmpty();
    }

    @Test
    void readsFilesOfTheInvkfileBesideItAndThoseOfTheRunInTheProject(@TempDir Path directory) throws IOException {
        Path beside = Files.createDirectories(directory.resolve("file/conf"));
        Path project = Files.createDirectories(directory.resolve("project"));
        Files.writeString(beside.resolve("a.env"), "A=file\n");
        Files.writeString(project.resolve("b.env"), "B=project\n");
        Files.writeString(directory.resolve("c.env"), "C=above\n");
        InvkfileFixture file = new InvkfileFixture()
                .directory(directory.resolve("file"))
                .envFiles("conf/a.env")
                .with(command("env"));
        Planner planner = new Planner(PlanFixture.host(Map.of()), project, ProjectVariables.NONE);
        assertThat(planner.plan((Invocation.Run)
                                PlanFixture.read(file, "env -e b.env -e ../c.env -e " + directory.resolve("c.env")))
                        .environment())
                .isEqualTo(Map.of("A", "file", "B", "project", "C", "above", "ARGC", "0"));
    }

    @Test
    void passesOverAnOptionalFileThatDoesNotExist(@TempDir Path directory) {
        InvkfileFixture file =
                new InvkfileFixture().directory(directory).with(command("env").envFiles("none.env?"));
        assertThat(PlanFixture.plan(file, "env -e also-none.env?").environment())
                .isEqualTo(Map.of("ARGC", "0"));
    }

    @Test
    void tellsAllThatIsWrongWithDotenvFilesAndNothingOfWhatTheyHold(@TempDir Path directory) throws IOException {
        Files.createDirectory(directory.resolve("dir.env"));
        Files.writeString(directory.resolve("broken.env"), "A=1\nhush\n=hush\n");
        Files.write(directory.resolve("latin.env"), new byte[] {'A', '=', (byte) 0xE4});
        InvkfileFixture file = new InvkfileFixture()
                .directory(directory)
                .envFiles("none.env", "dir.env?")
                .with(command("env").envFiles("broken.env?", "latin.env"));
        assertThat(PlanFixture.problem(file, "env").replace(directory.toString(), "$DIR"))
                .isEqualTo("""
                        invkfile.cue:1:1: error: env file "none.env" does not exist
                          1 | none.env
                            | ^^^^^^^^
                            = looked for $DIR/none.env
                            = help: create it, or write "none.env?" if it may be missing
                        invkfile.cue:1:1: error: env file "dir.env" is a directory
                          1 | dir.env?
                            | ^^^^^^^^
                            = looked for $DIR/dir.env
                        invkfile.cue:1:1: error: env file "broken.env" line 2: no "=" after the name of a variable
                          1 | broken.env?
                            | ^^^^^^^^^^^
                            = read from $DIR/broken.env
                            = help: each line is NAME=VALUE, or starts with #
                        invkfile.cue:1:1: error: env file "broken.env" line 3: no name before "="
                          1 | broken.env?
                            | ^^^^^^^^^^^
                            = read from $DIR/broken.env
                            = help: each line is NAME=VALUE, or starts with #
                        invkfile.cue:1:1: error: env file "latin.env" is not UTF-8 text
                          1 | latin.env
                            | ^^^^^^^^^
                            = read from $DIR/latin.env
                            = help: save it as UTF-8""");
    }

    @Test
    void inheritsAllForNativeAndNothingForContainers() {
        assertThat(inherited(nativeRuntime(), "")).isEqualTo("A B a");
        assertThat(inherited(containerRuntime(), "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, '', '', ''",
        "ALL, '', '', A B a",
        "ALL, A, '', A B a",
        "ALL, '', A, B a",
        "ALLOW, '', '', ''",
        "ALLOW, A, '', A",
        "ALLOW, A B, A, B",
        "ALLOW, A C, '', A",
        ", A, '', A B a",
    })
    void filtersAsTheRuntimeSays(Mode mode, String allow, String deny, String expected) {
        assertThat(inherited(nativeRuntime(inherit(mode, list(allow), list(deny))), ""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', A",
        "--env-inherit-mode none, ''",
        "--env-inherit-mode all, A a",
        "--env-inherit-allow B, ''",
        "--env-inherit-deny A, ''",
        "--env-inherit-allow B --env-inherit-deny A, B",
        "--env-inherit-mode all --env-inherit-deny a --env-inherit-deny A, B",
    })
    void replacesOnlyWhatIsGivenOnTheCommandLine(String options, String expected) {
        assertThat(inherited(nativeRuntime(inherit(Mode.ALLOW, List.of("A"), List.of("B"))), options))
                .isEqualTo(expected);
    }

    @Test
    void letsAContainerInheritWhenItIsTold() {
        assertThat(inherited(
                        containerRuntime(inherit(Mode.ALLOW, List.of("B"), List.of()), Optional.empty(), false), ""))
                .isEqualTo("B");
        assertThat(inherited(containerRuntime(), "--env-inherit-mode=all")).isEqualTo("A B a");
    }

    @Test
    void keepsTheVariablesOfAnOuterRunAway() {
        Map<String, String> host = Map.of(
                "INVOWK_ARG_X", "1",
                "INVOWK_FLAG_Y", "1",
                "ARGC", "7",
                "ARG1", "1",
                "ARG27", "1",
                "ARGS", "kept",
                "ARG", "kept",
                "INVOWK_SSH_PORT", "kept");
        InvkfileFixture file = new InvkfileFixture().with(command("env"));
        assertThat(PlanFixture.plan(file, "env --env-inherit-mode all", PlanFixture.host(host))
                        .environment())
                .isEqualTo(Map.of("ARGS", "kept", "ARG", "kept", "INVOWK_SSH_PORT", "kept", "ARGC", "0"));
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}
