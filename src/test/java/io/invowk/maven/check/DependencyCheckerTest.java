// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import static io.invowk.maven.check.Needs.check;
import static io.invowk.maven.check.Needs.variable;
import static io.invowk.maven.plan.InvkfileFixture.containerRuntime;
import static io.invowk.maven.plan.InvkfileFixture.nativeRuntime;
import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.invkfile.DependsOn.Capability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of dependencies on this machine, in the order of the table in execution.md §8. */
class DependencyCheckerTest {
    @TempDir
    Path directory;

    private Checked checked;

    @BeforeEach
    void prepare() {
        checked = new Checked(directory);
    }

    private String problem(Needs needs) throws Exception {
        return checked.problem(needs, nativeRuntime());
    }

    private void program(String name, String text) throws Exception {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        checked.env = Map.of("PATH", directory + ":/usr/bin:/bin");
    }

    @Test
    void lettingAllHoldGoesOnWithTheSamePlan() throws Exception {
        assertThat(checked.run(new Needs().tool("sh").check(check("true", "true")), nativeRuntime())
                        .forceRebuild())
                .isTrue();
        assertThat(checked.containers).isEmpty();
    }

    @Test
    void looksForVariablesInTheEnvironmentOfMavenAlone() throws Exception {
        checked.env = Map.of("PATH", "/bin", "EMPTY", "", "VERSION", "v1-hush");
        assertThat(problem(new Needs()
                        .variable(variable("EMPTY"))
                        .variable(variable("VERSION", "1-h"))
                        .variable(variable("NONE"), variable("EMPTY"))))
                .isEmpty();
        assertThat(problem(new Needs()
                        .variable(variable("IN_FILE"))
                        .variable(variable("VERSION", "^v2"), variable("EMPTY", "."))))
                .isEqualTo("""
                        invkfile.cue:1:1: error: command "build" needs the variable "IN_FILE"
                          1 | IN_FILE
                            | ^^^^^^^
                            = IN_FILE: not set
                            = help: set it before Maven starts; what the invkfile and the call set does not count
                        invkfile.cue:1:1: error: command "build" needs the variable "VERSION" or "EMPTY"
                          1 | VERSION
                            | ^^^^^^^
                            = VERSION: its value does not match "^v2"
                            = EMPTY: its value does not match "."
                            = help: set it before Maven starts; what the invkfile and the call set does not count""");
    }

    @Test
    void looksForToolsOnThePath() throws Exception {
        program("our-tool", "exit 1");
        Files.writeString(directory.resolve("no-program"), "");
        assertThat(problem(new Needs().tool("our-tool").tool("none", "sh"))).isEmpty();
        assertThat(problem(new Needs().tool("no-program").tool("sh").tool("none", "neither")))
                .isEqualTo("""
                        invkfile.cue:1:1: error: command "build" needs the tool "no-program"
                          1 | no-program
                            | ^^^^^^^^^^
                            = no-program: not on PATH
                            = help: install it, or put its directory on PATH
                        invkfile.cue:1:1: error: command "build" needs the tool "none" or "neither"
                          1 | none
                            | ^^^^
                            = none: not on PATH
                            = neither: not on PATH
                            = help: install it, or put its directory on PATH""");
    }

    @Test
    void looksForCapabilitiesOnce() throws Exception {
        List<String> calls = new ArrayList<>();
        checked.engines = () -> {
            calls.add("called");
            return Optional.of("podman: not on PATH; docker: no answer");
        };
        Needs twice = new Needs()
                .capability(Capability.CONTAINERS)
                .capability(Capability.CONTAINERS)
                .capability(Capability.TTY, Capability.CONTAINERS);
        assertThat(problem(twice)).isEqualTo("""
                        invkfile.cue:1:1: error: command "build" needs the capability "containers"
                          1 | CONTAINERS
                            | ^^^^^^^^^^
                            = containers: podman: not on PATH; docker: no answer
                            = help: install podman or docker, or start its service
                        invkfile.cue:1:1: error: command "build" needs the capability "tty" or "containers"
                          1 | TTY
                            | ^^^
                            = tty: the command has no terminal
                            = containers: podman: not on PATH; docker: no answer
                            = help: call the goal alone from a terminal, without -B and -T, and not in a phase""");
        assertThat(calls).hasSize(1);
        checked.terminal = true;
        assertThat(problem(new Needs().capability(Capability.TTY))).isEmpty();
    }

    @Test
    void runsChecksInTheProjectWithTheEnvironmentOfMaven() throws Exception {
        checked.env = Map.of("PATH", "/usr/bin:/bin", "HOST", "yes", "ARG1", "outer");
        assertThat(problem(new Needs()
                        .check(check("directory", "pwd", 0, "^" + directory.toRealPath() + "$"))
                        .check(check("environment", "echo $HOST,$IN_FILE,$ARG1", 0, "^yes,,outer$"))
                        .check(check("input", "cat", 0, null))))
                .isEmpty();
    }

    @Test
    void judgesChecksByStatusAndThenByOutput() throws Exception {
        assertThat(problem(new Needs()
                        .check(check("status", "exit 3", 3, null))
                        .check(check(
                                "output", "echo; echo v18; echo on err >&2; echo", 0, "(?s)v18.*on err$|on err.*v18$"))
                        .check(check("first", "false"), check("second", "true"))))
                .isEmpty();
        assertThat(problem(new Needs()
                        .check(check("zero", "echo no; exit 3"))
                        .check(check("three", "exit 0", 3, null))
                        .check(check("output", "echo v16", 0, "^v18"), check("both", "echo v18; exit 1", 0, "^v18"))))
                .isEqualTo("""
                        invkfile.cue:1:1: error: command "build" needs to pass the check "zero"
                          1 | zero
                            | ^^^^
                            = zero: exit status 3, expected 0; it wrote "no"
                            = help: mend what the check looks at, or the check; it starts at the place above
                        invkfile.cue:1:1: error: command "build" needs to pass the check "three"
                          1 | three
                            | ^^^^^
                            = three: exit status 0, expected 3; it wrote nothing
                            = help: mend what the check looks at, or the check; it starts at the place above
                        invkfile.cue:1:1: error: command "build" needs to pass the check "output" or "both"
                          1 | output
                            | ^^^^^^
                            = output: its output does not match "^v18"; it wrote "v16"
                            = both: exit status 1, expected 0; it wrote "v18"
                            = help: mend what the check looks at, or the check; it starts at the place above""");
    }

    @Test
    void doesNotRunTheAlternativesOfACheckThatHolds() throws Exception {
        assertThat(problem(new Needs().check(check("first", "true"), check("second", "touch second"))))
                .isEmpty();
        assertThat(directory.resolve("second")).doesNotExist();
    }

    @Test
    void endsACheckWhoseTimeIsOver() throws Exception {
        checked.limit = Duration.ofSeconds(1);
        assertThat(problem(new Needs().check(check("slow", "sleep 600; exit 0"))))
                .contains("= slow: not done after 1 s; -Dinvowk.checkTimeout sets the limit in seconds, 0 is none");
        checked.limit = Duration.ZERO;
        assertThat(problem(new Needs().check(check("slow", "sleep 2")))).isEmpty();
    }

    @Test
    void aCheckThatCannotBeStartedHoldsForNoStatus() throws Exception {
        assertThat(problem(new Needs().check(check("large", "# " + "x".repeat(1_000_000), 1, null))))
                .contains("= large: it could not be started: ");
    }

    @Test
    void looksForCommandsByTheirFullNames() throws Exception {
        checked.commands = List.of("build", "test unit", "io.example.tools lint");
        assertThat(problem(new Needs().command("test  unit ").command("none", "build")))
                .isEmpty();
        assertThat(problem(new Needs().command("test").command("test unti").command("lint")))
                .isEqualTo("""
                        invkfile.cue:1:1: error: command "build" needs the command "test"
                          1 | test
                            | ^^^^
                            = test: no such command
                            = help: invowk:list shows the commands that there are
                        invkfile.cue:1:1: error: command "build" needs the command "test unti"
                          1 | test unti
                            | ^^^^^^^^^
                            = test unti: no such command
                            = help: did you mean "test unit"?
                        invkfile.cue:1:1: error: command "build" needs the command "lint"
                          1 | lint
                            | ^^^^
                            = lint: no such command
                            = help: invowk:list shows the commands that there are""");
    }

    @Test
    void looksAtOneKindAfterTheOtherAndEndsWithTheFirstThatLacksSomething() throws Exception {
        Needs needs = new Needs()
                .command("none")
                .check(check("none", "touch checked; false"))
                .capability(Capability.TTY)
                .file("", "none")
                .tool("none")
                .variable(variable("NONE"));
        assertThat(problem(needs)).contains("needs the variable").doesNotContain("needs the tool");
        checked.env = Map.of("PATH", "/usr/bin:/bin", "NONE", "");
        assertThat(problem(needs)).contains("needs the tool").doesNotContain("needs the file");
        program("none", "exit 0");
        checked.env = Map.of("PATH", directory.toString(), "NONE", "");
        Files.move(
                directory.resolve("none"),
                Files.createDirectory(directory.resolve("bin")).resolve("none"));
        checked.env = Map.of("PATH", directory + "/bin:/usr/bin:/bin", "NONE", "");
        assertThat(problem(needs)).contains("needs the file").doesNotContain("needs the capability");
        Files.writeString(directory.resolve("none"), "");
        assertThat(problem(needs)).contains("needs the capability").doesNotContain("to pass the check");
        assertThat(directory.resolve("checked")).doesNotExist();
        checked.terminal = true;
        assertThat(problem(needs)).contains("to pass the check").doesNotContain("needs the command");
        assertThat(directory.resolve("checked")).exists();
    }

    @Test
    void asksThisMachineAboutVariablesCapabilitiesAndCommandsOfAContainer() throws Exception {
        Needs needs = new Needs().command("none").capability(Capability.TTY).variable(variable("IN_FILE"));
        assertThat(checked.problem(needs, containerRuntime())).contains("needs the variable \"IN_FILE\"");
        checked.env = Map.of("IN_FILE", "");
        assertThat(checked.problem(needs, containerRuntime())).contains("needs the capability \"tty\"");
        checked.terminal = true;
        assertThat(checked.problem(needs, containerRuntime())).contains("needs the command \"none\"");
        assertThat(checked.containers).isEmpty();
    }
}
