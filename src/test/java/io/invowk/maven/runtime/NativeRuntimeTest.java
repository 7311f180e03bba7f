// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.process.Stdio;
import java.io.IOException;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Shells, interpreters and working directories of native commands: execution.md §10 and §11. */
@Timeout(60)
class NativeRuntimeTest {
    private static final Map<String, String> HOST = Map.of("SHELL", "/bin/sh", "PATH", "/usr/bin:/bin");

    @TempDir
    Path directory;

    private Plans plans;
    private final List<String> out = new ArrayList<>();

    @BeforeEach
    void makePlans() throws IOException {
        directory = directory.toRealPath();
        plans = new Plans(directory);
    }

    private Outcome run(Map<String, String> host) {
        return run(host, Duration.ZERO);
    }

    private Outcome run(Map<String, String> host, Duration timeout) {
        return new NativeRuntime(new HostEnvironment(OperatingSystem.LINUX, host, directory, directory), timeout)
                .run(plans.plan(), new Stdio.Lines(out::add, out::add));
    }

    private Path program(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String failure(Map<String, String> host) {
        UserException[] thrown = new UserException[1];
        assertThatThrownBy(() -> run(host))
                .isInstanceOfSatisfying(UserException.class, exception -> thrown[0] = exception);
        return String.valueOf(thrown[0].getMessage()).replace(directory.toString(), "$DIR");
    }

    @Test
    void passesTheExitStatusOn() {
        plans.script("exit 42");
        Outcome outcome = run(HOST);
        assertThat(outcome.exitStatus()).isEqualTo(42);
        assertThat(outcome.runtime()).isEqualTo(RuntimeKind.NATIVE);
        assertThat(outcome.engine()).isEmpty();
        assertThat(outcome.ended()).isAfterOrEqualTo(outcome.started());
    }

    @Test
    void endsACommandWhoseTimeIsOverWithAllThatItStarted() {
        plans.script("sh -c 'trap \"echo child asked; exit 1\" TERM; echo up; while :; do sleep 0.1; done' & "
                + "trap '' TERM; while :; do sleep 0.1; done");
        Outcome outcome = run(HOST, Duration.ofSeconds(1));
        assertThat(outcome.exitStatus()).isEqualTo(124);
        assertThat(outcome.timedOut()).isTrue();
        assertThat(out).contains("up", "child asked");
    }

    @Test
    void leavesACommandItsTime() {
        plans.script("exit 42");
        Outcome outcome = run(HOST, Duration.ofSeconds(600));
        assertThat(outcome.exitStatus()).isEqualTo(42);
        assertThat(outcome.timedOut()).isFalse();
    }

    @Test
    void passesPositionalWordsAfterTheNameInvowk() {
        plans.script("printf '%s|' \"$0\" \"$@\"", "a b", "", "*");
        run(HOST);
        assertThat(out).containsExactly("invowk|a b||*|");
    }

    @Test
    void leavesTheShellItsOwnNameWithoutWords() {
        plans.script("echo \"$0 $#\"");
        run(HOST);
        assertThat(out).containsExactly("/bin/sh 0");
    }

    @Test
    void runsInTheWorkingDirectoryWithTheEnvironmentOfThePlan() throws IOException {
        plans.workdir = Files.createDirectory(directory.resolve("sub")).resolve("../sub");
        plans.script("pwd; /usr/bin/env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= -e ^OLDPWD=");
        plans.environment = Map.of("A", "1", "PATH", "/usr/bin:/bin");
        run(HOST);
        assertThat(out).containsExactlyInAnyOrder(directory + "/sub", "A=1", "PATH=/usr/bin:/bin");
    }

    @Test
    void takesTheUsersShellThenBashThenSh() throws IOException {
        plans.script("echo $0");
        run(HOST);
        Path bash = program("bin/bash", "#!/bin/sh\necho bash \"$1\"");
        run(Map.of("PATH", directory.resolve("bin").toString()));
        run(Map.of("PATH", directory.resolve("bin") + ":/usr/bin", "SHELL", ""));
        Files.delete(bash);
        program("bin/sh", "#!/bin/sh\necho sh \"$1\"");
        run(Map.of("PATH", directory.resolve("bin").toString()));
        assertThat(out).containsExactly("/bin/sh", "bash -c", "bash -c", "sh -c");
    }

    @Test
    void prefersTheDefaultShellOfTheFile() throws IOException {
        program("tools/own", "#!/bin/sh\necho own \"$@\"");
        plans.script("the text", "word");
        plans.shell = Optional.of("./tools/own");
        run(HOST);
        plans.shell = Optional.of("dash");
        plans.script("echo \"$0\"");
        run(HOST);
        plans.shell = Optional.of("");
        run(HOST);
        assertThat(out).containsExactly("own -c the text invowk word", "/usr/bin/dash", "/bin/sh");
    }

    @Test
    void passesWordsToPowershellAsItWantsThem() throws IOException {
        program("pwsh", "#!/bin/sh\nprintf '%s|' \"$@\"");
        plans.script("text", "a");
        plans.shell = Optional.of("./pwsh");
        run(HOST);
        assertThat(out).containsExactly("-NoProfile|-Command|text|a|");
    }

    @Test
    void passesNoWordsToCmd() throws IOException {
        program("cmd.exe", "#!/bin/sh\nprintf '%s|' \"$@\"");
        plans.script("text", "a");
        plans.shell = Optional.of("./cmd.exe");
        run(HOST);
        assertThat(out).containsExactly("/C|text|");
    }

    @Test
    void runsInlineTextInAnInterpreterThroughAPrivateFileThatIsGoneAfterwards() {
        plans.interpreter("sh", "-u")
                .script("#!/bin/sh -u\necho \"$0\"; ls -l \"$0\" | cut -c1-10; echo \"$-\" \"$@\"", "a b");
        run(HOST);
        assertThat(out).hasSize(3);
        assertThat(Path.of(out.get(0))).doesNotExist();
        assertThat(out.get(0)).matches(".*/invowk-script-[^/]*\\.sh");
        assertThat(out.get(1)).isEqualTo("-rwx------");
        assertThat(out.get(2)).contains("u").endsWith(" a b");
        assertThat(Path.of(out.get(0)).getParent()).doesNotExist();
    }

    @Test
    void runsAScriptFileInPlace() throws IOException {
        plans.file = Optional.of(directory.resolve("./build.py"));
        Files.writeString(directory.resolve("build.py"), "echo \"$0\" \"$1\"");
        plans.interpreter("sh").script("not this", "word");
        run(HOST);
        assertThat(out).containsExactly(directory + "/build.py word");
    }

    @Test
    void findsARelativeInterpreterFromTheInvkfilesDirectory() throws IOException {
        program("tools/run", "#!/bin/sh\npwd; exit 3");
        plans.workdir = Files.createDirectory(directory.resolve("sub"));
        plans.interpreter("./tools/run").script("x");
        assertThat(run(HOST).exitStatus()).isEqualTo(3);
        assertThat(out).containsExactly(directory + "/sub");
    }

    @Test
    void looksForInterpretersOnOurPathNotOnTheScripts() throws IOException {
        program("bin/special", "#!/bin/sh\nexit 5");
        plans.environment = Map.of("PATH", "/usr/bin:/bin");
        plans.interpreter("special").script("x");
        assertThat(run(Map.of("PATH", "/usr/bin:" + directory.resolve("bin"))).exitStatus())
                .isEqualTo(5);
    }

    @Test
    void saysWhichInterpreterIsMissing() {
        plans.interpreter("no-such-python").script("x");
        assertThat(failure(HOST)).isEqualTo("""
                invkfile.cue:1:8: error: no interpreter "no-such-python" for command "build"
                  1 | cmds: [{name: "build"
                    |        ^^^^^
                    = no-such-python: not on PATH
                    = help: install it, or change interpreter or the first line of the script""");
        plans.interpreter("./tools/run");
        assertThat(failure(HOST)).contains("= $DIR/tools/run: no file that can be executed");
    }

    @Test
    void saysThatThereIsNoShell() {
        plans.script("x");
        assertThat(failure(Map.of("PATH", "/nowhere"))).isEqualTo("""
                invkfile.cue:1:8: error: no shell for command "build"
                  1 | cmds: [{name: "build"
                    |        ^^^^^
                    = bash, sh: not on PATH
                    = help: set default_shell in the invkfile, or the variable SHELL""");
        plans.shell = Optional.of("fish-9");
        assertThat(failure(HOST)).isEqualTo("""
                invkfile.cue:1:8: error: no shell "fish-9" for command "build"
                  1 | cmds: [{name: "build"
                    |        ^^^^^
                    = fish-9: not on PATH
                    = help: install it, or change default_shell in the invkfile""");
    }

    @Test
    void saysWhatIsWrongWithTheWorkingDirectory() throws IOException {
        plans.workdir = directory.resolve("nowhere");
        assertThat(failure(HOST)).isEqualTo("""
                invkfile.cue:1:8: error: working directory "$DIR/nowhere" does not exist
                  1 | cmds: [{name: "build"
                    |        ^^^^^
                    = of command "build"; a relative one starts from the directory of the invkfile
                    = help: create the directory, or change workdir""");
        Files.createFile(directory.resolve("nowhere"));
        assertThat(failure(HOST)).contains("working directory \"$DIR/nowhere\" is not a directory");
    }

    @Test
    void saysWhatTheSystemSaysWhenAProgramCannotBeRun() {
        plans.script("true");
        assertThat(failure(Map.of("SHELL", "/nowhere/zsh")))
                .startsWith("invkfile.cue:1:8: error: command \"build\" could not be started:"
                        + " cannot run \"/nowhere/zsh\": No such file or directory\n");
    }

    @Test
    void helpsWhenTheTextIsTooLongForACommandLine() {
        plans.script("true #" + "x".repeat(200_000));
        assertThat(failure(HOST))
                .contains("cannot run \"/bin/sh\": Argument list too long")
                .contains("= help: give the script an interpreter");
        plans.interpreter("sh");
        assertThat(run(HOST).exitStatus()).isZero();
    }

    @Test
    void saysThatItWasInterrupted() {
        plans.script("true");
        Thread.currentThread().interrupt();
        assertThat(failure(HOST)).startsWith("invkfile.cue:1:8: error: command \"build\" was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
