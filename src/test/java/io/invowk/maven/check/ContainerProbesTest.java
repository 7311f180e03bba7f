// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import static io.invowk.maven.check.Needs.check;
import static io.invowk.maven.plan.InvkfileFixture.containerRuntime;
import static io.invowk.maven.plan.InvkfileFixture.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.invowk.maven.invkfile.DependsOn.Capability;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.ImageSource;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.plan.ExecutionPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of the checks, in the shells that images have. */
class ContainerProbesTest {
    @TempDir
    Path directory;

    private Checked checked;

    @BeforeEach
    void prepare() {
        checked = new Checked(directory);
    }

    private String problem(String shell, Needs needs) throws Exception {
        List<String> words = List.of(shell.split(" "));
        assumeTrue(isInstalled(words.get(0)), words.get(0) + " is not installed");
        checked.shell = words;
        return checked.problem(needs, containerRuntime());
    }

    /** In CI nothing may be missing. */
    private static boolean isInstalled(String name) {
        return "true".equals(System.getenv("CI"))
                || Files.isExecutable(Path.of("/bin", name))
                || Files.isExecutable(Path.of("/usr/bin", name));
    }

    private void make(String name, String permissions) throws Exception {
        Path file = Files.writeString(directory.resolve(name), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void tenChecksAreOneRunOfTheCommandsOwnContainer() throws Exception {
        Needs needs =
                new Needs().tool("sh").tool("none", "ls").file("r", "there").file("", "/");
        for (int i = 0; i < 6; i++) {
            needs.check(check("check " + i, "echo " + i, 0, "^" + i + "$"));
        }
        make("there", "rw-------");
        ImageSource image = new ImageSource.Image("x:1", place("image"));
        RuntimeConfig runtime = new RuntimeConfig.Container(
                EnvInherit.UNSET,
                Optional.of("python3"),
                false,
                image,
                List.of(),
                List.of("8080:80"),
                place("container"));
        ExecutionPlan ready = checked.run(needs, runtime);
        assertThat(checked.containers).hasSize(1);
        ExecutionPlan checks = checked.containers.get(0);
        assertThat(checks.runtime()).isInstanceOfSatisfying(RuntimeConfig.Container.class, container -> {
            assertThat(container.image()).isEqualTo(image);
            assertThat(container.ports()).isEmpty();
        });
        assertThat(checks.environment()).isEqualTo(ready.environment()).containsEntry("IN_FILE", "yes");
        assertThat(checks.workdir()).isEqualTo(ready.workdir());
        assertThat(checks.forceRebuild()).isTrue();
        assertThat(ready.forceRebuild()).isFalse();
        assertThat(ready.words()).containsExactly("word");
        assertThat(checked.limits).containsExactly(Duration.ofSeconds(11 * 60 + 60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "bash --posix", "busybox sh"})
    void looksForToolsByTheShell(String shell) throws Exception {
        assertThat(problem(shell, new Needs().tool("ls").tool("cd").tool("none.at-all", "cat")))
                .isEmpty();
        assertThat(problem(shell, new Needs().tool("none").tool("ls").tool("neither", "not+this")))
                .isEqualTo("""
                        invkfile.cue:1:1: error: command "build" needs the tool "none"
                          1 | none
                            | ^^^^
                            = none: no such program in the image
                            = help: take an image that has it, or install it in a containerfile
                        invkfile.cue:1:1: error: command "build" needs the tool "neither" or "not+this"
                          1 | neither
                            | ^^^^^^^
                            = neither: no such program in the image
                            = not+this: no such program in the image
                            = help: take an image that has it, or install it in a containerfile""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "bash --posix", "busybox sh"})
    void looksAtFilesFromTheWorkingDirectory(String shell) throws Exception {
        make("it's $HOME `id`", "rwx------");
        make("-e", "rw-------");
        assertThat(problem(
                        shell,
                        new Needs()
                                .file("rwx", "it's $HOME `id`")
                                .file("rw", "-e")
                                .file("", "none", "/")))
                .isEmpty();
        make("write-only", "-w-------");
        make("read-only", "r--------");
        assumeFalse(Files.isReadable(directory.resolve("write-only")), "the superuser may read everything");
        assertThat(problem(
                        shell,
                        new Needs()
                                .file("r", "write-only")
                                .file("rw", "read-only")
                                .file("x", "-e", "none")))
                .contains(
                        "needs the readable file \"write-only\"",
                        "= write-only: cannot be read",
                        "needs the readable, writable file \"read-only\"",
                        "= read-only: cannot be written",
                        "needs the executable file \"-e\" or \"none\"",
                        "= -e: cannot be executed",
                        "= none: does not exist",
                        "the path is one in the container");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "bash --posix", "busybox sh"})
    void judgesChecksByStatusAndThenByOutput(String shell) throws Exception {
        assertThat(problem(
                        shell,
                        new Needs()
                                .check(check("status", "exit 3", 3, null))
                                .check(check("both streams", "echo err >&2; printf out", 0, "^out\nerr$"))
                                .check(check("first", "false"), check("second", "echo \"it's $IN_FILE\"", 0, "s yes"))
                                .check(check("input", "cat; read x", 1, null))
                                .check(check("signal", "kill -TERM $$", 143, null))))
                .isEmpty();
        assertThat(problem(
                        shell,
                        new Needs()
                                .check(check("zero", "exit 3"))
                                .check(
                                        check("output", "echo v16", 0, "^v18"),
                                        check("both", "echo v18; exit 1", 0, "v"))))
                .contains(
                        "= zero: exit status 3, expected 0; it wrote nothing",
                        "= output: its output does not match \"^v18\"; it wrote \"v16\"",
                        "= both: exit status 1, expected 0; it wrote \"v18\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "bash --posix", "busybox sh"})
    void endsACheckWhoseTimeIsOverAndGoesOn(String shell) throws Exception {
        checked.limit = Duration.ofSeconds(1);
        assertThat(problem(
                        shell,
                        new Needs()
                                .check(check("slow", "echo so far; exec sleep 600"))
                                .check(check("deaf", "trap '' TERM; while :; do sleep 1; done"))
                                .check(check("quick", "touch quick"))))
                .contains("= slow: not done after 1 s", "= deaf: not done after 1 s")
                .doesNotContain("quick");
        assertThat(directory.resolve("quick")).exists();
        checked.limit = Duration.ZERO;
        assertThat(problem(shell, new Needs().check(check("slow", "sleep 2; echo done", 0, "done"))))
                .isEmpty();
    }

    @Test
    void doesNotRunTheAlternativesOfACheckThatHoldsByItsStatus() throws Exception {
        assertThat(problem("sh", new Needs().check(check("first", "true"), check("second", "touch second"))))
                .isEmpty();
        assertThat(directory.resolve("second")).doesNotExist();
    }

    @Test
    void looksAtNoLaterKindThanTheFirstThatLacksSomething() throws Exception {
        Needs needs = new Needs().tool("none").file("", "none").check(check("check", "touch checked"));
        assertThat(problem("sh", needs)).contains("needs the tool").doesNotContain("needs the file");
        assertThat(problem("sh", new Needs().file("", "none").check(check("check", "touch checked"))))
                .contains("needs the file");
        assertThat(problem(
                        "sh", new Needs().tool("sh").capability(Capability.TTY).check(check("check", "touch checked"))))
                .contains("needs the capability");
        assertThat(checked.containers).hasSize(3);
        assertThat(problem("sh", new Needs().capability(Capability.TTY).check(check("check", "touch checked"))))
                .contains("needs the capability");
        assertThat(checked.containers).hasSize(3);
        assertThat(directory.resolve("checked")).doesNotExist();
    }

    @Test
    void passesOnWhatNoCheckWrote() throws Exception {
        checked.shell = List.of("sh", "-c", "echo pulling >&2; exec sh \"$@\"", "sh");
        assertThat(checked.problem(
                        new Needs().tool("ls").check(check("a", "echo quiet; echo quiet >&2")), containerRuntime()))
                .isEmpty();
        assertThat(checked.chatter).containsExactly("pulling");
    }

    @Test
    void saysThatTheChecksDidNotComeToTheirEnd() throws Exception {
        assertThat(problem("sh", new Needs().check(check("last", "kill -KILL $PPID"))))
                .isEqualTo("""
                invkfile.cue:1:1: error: the checks of command "build" did not come to their end
                  1 | build
                    | ^^^^^
                    = their container ended with exit status 137
                    = help: look whether a custom check ends its container, or does not end""");
    }
}
