// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.process.Stdio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands in the shell of this program: execution.md §10 and §12. */
@Timeout(60)
class VirtualRuntimeTest {
    @TempDir
    Path directory;

    private Plans plans;
    private final List<String> out = Collections.synchronizedList(new ArrayList<>());
    private final List<String> err = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void makePlans() throws IOException {
        directory = directory.toRealPath();
        plans = new Plans(directory);
    }

    private Outcome run() {
        return run(Duration.ZERO);
    }

    private Outcome run(Duration timeout) {
        return run(timeout, new Stdio.Lines(out::add, err::add));
    }

    private Outcome run(Duration timeout, Stdio stdio) {
        return new VirtualRuntime(timeout, true, (origin, text, part) -> Optional.empty()).run(plans.plan(), stdio);
    }

    private String failure() {
        UserException[] thrown = new UserException[1];
        assertThatThrownBy(this::run).isInstanceOfSatisfying(UserException.class, exception -> thrown[0] = exception);
        return String.valueOf(thrown[0].getMessage()).replace(directory.toString(), "$DIR");
    }

    @Test
    void passesTheExitStatusOn() {
        plans.script("exit 42");
        Outcome outcome = run();
        assertThat(outcome.exitStatus()).isEqualTo(42);
        assertThat(outcome.timedOut()).isFalse();
        assertThat(outcome.runtime()).isEqualTo(RuntimeKind.VIRTUAL);
        assertThat(outcome.engine()).isEmpty();
    }

    @Test
    void tellsTheSignalThatEndedAProgram() {
        plans.script("sh -c 'kill -9 $$'");
        assertThat(run().exitStatus()).isEqualTo(137);
    }

    @Test
    void passesWordsOnAndTakesNoneForAnOption() {
        plans.script("printf '%s|' \"$0\" \"$@\"", "-e", "a b", "", "*");
        run();
        assertThat(out).containsExactly("invowk|-e|a b||*|");
    }

    @Test
    void runsInTheWorkingDirectoryWithTheEnvironmentOfThePlan() throws IOException {
        plans.workdir = Files.createDirectory(directory.resolve("sub")).resolve("../sub");
        plans.script("pwd; /usr/bin/env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= -e ^OLDPWD=");
        plans.environment = Map.of("A", "1", "PATH", "/usr/bin:/bin");
        run();
        assertThat(out).containsExactlyInAnyOrder(directory + "/sub", "A=1", "PATH=/usr/bin:/bin");
    }

    @Test
    void keepsBothStreamsApartAndLinesWhole() {
        plans.script("printf 'a\\303'; sh -c 'echo prog >&2'; printf '\\244b\\nrest'");
        run();
        assertThat(out).containsExactly("aäb", "rest");
        assertThat(err).containsExactly("prog");
    }

    @Test
    void writesOutputIntoAFileByteForByte() throws IOException {
        plans.script("printf 'a\\000\\377'; sh -c 'echo p; echo q >&2'");
        Path file = directory.resolve("out");
        run(Duration.ZERO, new Stdio.OutputFile(file, new Stdio.Lines(out::add, err::add)));
        assertThat(Files.readAllBytes(file)).isEqualTo(new byte[] {'a', 0, (byte) 0xff, 'p', '\n'});
        assertThat(out).isEmpty();
        assertThat(err).containsExactly("q");
    }

    @Test
    void hasNoInput() {
        plans.script("read x; echo \"$? $x\"; sh -c 'cat; echo $?'");
        run();
        assertThat(out).containsExactly("1 ", "0");
    }

    @Test
    void letsProgramsAndBuiltInsTakeTurnsAtOneInput() {
        plans.script(
                "printf '%s\\n' 1 2 3 4 | { read a; sh -c 'read b; echo b=$b'; read c; sh -c cat; echo \"$a $c\"; }");
        run();
        assertThat(out).containsExactly("b=2", "4", "1 3");
    }

    @Test
    void endsAnEndlessWriterWhenItsReaderHasEnough() {
        plans.script("yes | sh -c 'read a; echo $a'");
        run();
        assertThat(out).containsExactly("y");
    }

    @Test
    void endsACommandWhoseTimeIsOverWithAllThatItStarted() {
        plans.script("sh -c 'trap \"echo child asked; exit 1\" TERM; echo up; while :; do sleep 0.1; done' & "
                + "trap '' TERM; while :; do sleep 0.1; done");
        Outcome outcome = run(Duration.ofSeconds(2));
        assertThat(outcome.exitStatus()).isEqualTo(124);
        assertThat(outcome.timedOut()).isTrue();
        assertThat(out).contains("up", "child asked");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void endsALoopThatStartsNothing() {
        plans.script("while :; do :; done");
        assertThat(run(Duration.ofMillis(300)).timedOut()).isTrue();
    }

    @Test
    void leavesACommandItsTime() {
        plans.script("exit 42");
        Outcome outcome = run(Duration.ofSeconds(600));
        assertThat(outcome.exitStatus()).isEqualTo(42);
        assertThat(outcome.timedOut()).isFalse();
    }

    @Test
    void doesNotWaitForWhatAProgramLeavesBehind() {
        plans.script("sh -c 'sleep 300 & echo $!' && echo next");
        run(Duration.ofSeconds(50));
        ProcessHandle.of(Long.parseLong(out.get(0))).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(out).last().isEqualTo("next");
    }

    @Test
    void runsNothingOfAScriptWithASyntaxError() {
        plans.script("touch made\nif true; then\n");
        assertThat(failure()).startsWith("invkfile.cue:1:9: error: ").contains("in line 3 of the script: ");
        assertThat(directory.resolve("made")).doesNotExist();
    }

    @Test
    void pointsIntoAScriptFile() throws IOException {
        plans.file = Optional.of(directory.resolve("./build.sh"));
        plans.script("echo 1\necho )\n");
        assertThat(failure()).startsWith("$DIR/build.sh:2:6: error: ");
    }

    @Test
    void knowsAScriptFileByItsPath() {
        plans.file = Optional.of(directory.resolve("./build.sh"));
        plans.script("echo \"$0\"");
        run();
        assertThat(out).containsExactly(directory + "/build.sh");
    }

    @Test
    void saysWhatIsWrongWithTheWorkingDirectory() {
        plans.workdir = directory.resolve("nowhere");
        assertThat(failure()).startsWith("invkfile.cue:1:8: error: working directory \"$DIR/nowhere\" does not exist");
    }

    @Test
    void saysWhichProgramIsMissingAndGoesOn() {
        plans.script("no-such-program; echo $?");
        run();
        assertThat(out).containsExactly("127");
        assertThat(err).containsExactly("invowk: line 1: no-such-program: command not found");
    }

    @Test
    void saysThatItWasInterruptedAndEndsWhatRuns() throws InterruptedException {
        plans.script("echo up; sleep 300");
        Thread goal = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            while (!out.contains("up")) {
                Thread.onSpinWait();
            }
            goal.interrupt();
        });
        interrupter.start();
        assertThat(failure()).startsWith("invkfile.cue:1:8: error: command \"build\" was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        interrupter.join();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }
}
