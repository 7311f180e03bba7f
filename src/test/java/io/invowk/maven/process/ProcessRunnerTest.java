// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProcessRunnerTest {
    private static final StopPolicy QUICK = new StopPolicy(Duration.ZERO, Duration.ofMillis(500));
    /** Longer than any of these processes takes to end when it is asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

    @TempDir
    Path directory;

    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private final Stdio.Lines lines = new Stdio.Lines(out::add, err::add);
    private final ProcessRunner runner = new ProcessRunner(QUICK);

    private CommandLine shell(String script) {
        return new CommandLine("sh", List.of("-c", script), PATH, directory);
    }

    @Test
    void passesTheExitStatusOn() throws IOException {
        assertThat(runner.run(shell("exit 42"), lines)).isEqualTo(new ExitStatus(42));
    }

    @Test
    void reportsASignalAs128AndItsNumber() throws IOException {
        assertThat(runner.run(shell("kill -9 $$"), lines).signal()).hasValue(9);
        assertThat(runner.run(shell("kill -15 $$"), lines)).isEqualTo(new ExitStatus(143));
    }

    @Test
    void givesExactlyTheEnvironmentAndTheDirectory() throws IOException {
        runner.run(new CommandLine("env", List.of(), Map.of(), directory), lines);
        assertThat(out).isEmpty();
        runner.run(new CommandLine("env", List.of(), Map.of("A", "x\ny", "odd name", ""), directory), lines);
        assertThat(out).containsExactlyInAnyOrder("A=x", "y", "odd name=");
        out.clear();
        runner.run(new CommandLine("pwd", List.of("-P"), Map.of(), directory), lines);
        assertThat(out).containsExactly(directory.toRealPath().toString());
    }

    @Test
    void writesOutputIntoAFileByteForByte() throws IOException {
        Path file = Files.writeString(directory.resolve("output"), "something longer than what is written");
        runner.run(shell("printf 'a\\r\\n\\377'; cat; echo err >&2; test ! -t 0"), new Stdio.OutputFile(file, lines));
        assertThat(Files.readAllBytes(file)).containsExactly('a', '\r', '\n', 0xFF);
        assertThat(out).isEmpty();
        assertThat(err).containsExactly("err");
    }

    @Test
    void handsArgumentsOverAsTheyAre() throws IOException {
        List<String> words = List.of("", "a b", "$HOME", "'\"", "*", "x\\y", "ü\n");
        List<String> arguments = new ArrayList<>(List.of("-c", "printf '<%s>' \"$@\"", "sh"));
        arguments.addAll(words);
        runner.run(new CommandLine("sh", arguments, PATH, directory), lines);
        assertThat(String.join("\n", out)).isEqualTo("<><a b><$HOME><'\"><*><x\\y><ü\n>");
    }

    @Test
    void deliversLinesOfBothStreamsApart() throws IOException {
        runner.run(shell("printf 'a\\r\\nb\\377\\n\\nlast'; printf 'e\\n' >&2"), lines);
        assertThat(out).containsExactly("a", "b\uFFFD", "", "last");
        assertThat(err).containsExactly("e");
    }

    @Test
    void givesAnEmptyStandardInput() throws IOException {
        assertThat(runner.run(shell("cat; test ! -t 0"), lines).isSuccess()).isTrue();
        assertThat(out).isEmpty();
    }

    @Test
    void drainsLargeOutputsOfBothStreams() throws IOException {
        String script = "seq 1 200000 >&2 & seq 1 200000; wait";
        assertThat(runner.run(shell(script), lines).isSuccess()).isTrue();
        List<String> expected =
                IntStream.rangeClosed(1, 200_000).mapToObj(Integer::toString).toList();
        assertThat(out).isEqualTo(expected);
        assertThat(err).isEqualTo(expected);
    }

    @Test
    void namesAProgramThatCannotBeStarted() {
        CommandLine missing = new CommandLine("no-such-program", List.of(), Map.of(), directory);
        assertThatThrownBy(() -> runner.run(missing, lines))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-program");
    }

    @Test
    void refusesAnEnvironmentThatCannotBePassedOn() {
        CommandLine line = new CommandLine("true", List.of(), Map.of("A", "secret\0"), directory);
        assertThatThrownBy(() -> runner.run(line, lines))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("variable \"A\" cannot be passed on")
                .hasMessageNotContaining("secret");
    }

    @Test
    void doesNotWaitForAProcessLeftBehindThatKeepsTheStreamOpen() throws IOException {
        Instant start = Instant.now();
        runner.run(shell("printf kept; sleep 300 & echo $!"), lines);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(out).singleElement().asString().startsWith("kept");
        long sleeper = Long.parseLong(out.get(0).substring("kept".length()));
        assertThat(ProcessHandle.of(sleeper))
                .hasValueSatisfying(left -> assertThat(left.destroyForcibly()).isTrue());
    }

    @Test
    void rethrowsWhatAConsumerThrowsAfterTheProcessHasEnded() {
        Path marker = directory.resolve("ended");
        Stdio failing = new Stdio.Lines(
                line -> {
                    throw new IllegalStateException("no more: " + line);
                },
                err::add);
        assertThatThrownBy(() -> runner.run(shell("seq 1 50000; touch " + marker), failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more: 1");
        assertThat(marker).exists();
    }

    @Test
    void endsTheWholeTreeWhenTheThreadIsInterrupted() throws Exception {
        // The innermost shell refuses SIGTERM: only SIGKILL ends it.
        String child = "trap \"\" TERM; echo $$ >child; touch ready; while :; do sleep 1; done";
        interruptOnceReady(runner, "echo $$ >root; sh -c '" + child + "' & wait");
        for (String name : List.of("root", "child")) {
            assertThat(runs(awaitPid(directory.resolve(name)))).as(name).isFalse();
        }
    }

    @Test
    void startsNothingInAnInterruptedThread() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> runner.run(shell("touch started"), lines)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(directory.resolve("started")).doesNotExist();
    }

    @Test
    void endsAProcessAfterItsLimit() throws IOException {
        assertThat(runner.run(shell("sleep 300"), lines, Duration.ofMillis(300)))
                .isEmpty();
        assertThat(runner.run(shell("exit 3"), lines, Duration.ofSeconds(60)))
                .isEqualTo(Optional.of(new ExitStatus(3)));
    }

    @Test
    void keepsWhatIsWrittenWhileTheProcessEnds() throws Exception {
        ProcessRunner patient = new ProcessRunner(new StopPolicy(Duration.ZERO, PATIENCE));
        interruptOnceReady(patient, "trap 'echo cleaned; exit 0' TERM; touch ready; while :; do sleep 0.05; done");
        assertThat(out).containsExactly("cleaned");
    }

    @Test
    void asksOnlyTheRootAtFirstIfThePolicySaysSo() throws Exception {
        ProcessRunner patient = new ProcessRunner(new StopPolicy(PATIENCE, PATIENCE));
        String child = "trap \"echo child asked; exit\" TERM; touch ready; while :; do sleep 0.05; done";
        String script = "trap 'kill -0 $child && echo child alive; kill -9 $child; exit 0' TERM; sh -c '" + child
                + "' & child=$!; wait";
        interruptOnceReady(patient, script);
        assertThat(out).containsExactly("child alive");
    }

    @Test
    void asksTheTreeWhenTheRootTakesTooLongAlone() throws Exception {
        ProcessRunner patient = new ProcessRunner(new StopPolicy(Duration.ofMillis(300), PATIENCE));
        String child = "trap \"echo child asked; exit\" TERM; touch ready; while :; do sleep 0.05; done";
        interruptOnceReady(patient, "trap : TERM; sh -c '" + child + "'; echo root goes");
        assertThat(out).containsExactly("child asked", "root goes");
    }

    @Test
    void runsFiftyProcessesAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(50);
        try {
            List<Callable<List<String>>> runs = IntStream.range(0, 50)
                    .<Callable<List<String>>>mapToObj(number -> () -> {
                        List<String> seen = new ArrayList<>();
                        ExitStatus status = runner.run(
                                shell("seq 1 2000; echo " + number + "; exit " + number),
                                new Stdio.Lines(seen::add, seen::add));
                        assertThat(seen).hasSize(2001).last().isEqualTo(Integer.toString(number));
                        return List.of(Integer.toString(status.value()));
                    })
                    .toList();
            int expected = 0;
            for (Future<List<String>> run : pool.invokeAll(runs)) {
                assertThat(run.get()).containsExactly(Integer.toString(expected++));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void passesBytesThroughUnchanged() throws Exception {
        Path output = directory.resolve("bytes");
        Path error = directory.resolve("errors");
        Process jvm = new ProcessBuilder(ChildJvm.command(
                        "unchanged", "printf '\\000\\377\\r\\n\\200x'; printf '\\376' >&2; cat; exit 7"))
                .redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
        assertThat(jvm.waitFor()).isEqualTo(7);
        assertThat(Files.readAllBytes(output)).containsExactly(0, (byte) 255, '\r', '\n', (byte) 128, 'x');
        assertThat(Files.readAllBytes(error)).containsExactly((byte) 254);
    }

    @Test
    void endsTheTreeAndRemovesTheScratchDirectoryWhenTheJvmEnds() throws Exception {
        Path parent = directory.resolve("scratch");
        Path pids = Files.createDirectory(directory.resolve("pids"));
        String script = "sh -c 'trap \"\" TERM; echo $$ >" + pids + "/b; while :; do sleep 1; done' & echo $$ >" + pids
                + "/a; wait";
        Process jvm = new ProcessBuilder(ChildJvm.command("scratch", parent.toString(), script)).start();
        List<Long> tree = List.of(awaitPid(pids.resolve("a")), awaitPid(pids.resolve("b")));
        assertThat(parent).isNotEmptyDirectory();
        jvm.destroy();
        assertThat(jvm.waitFor()).isEqualTo(143);
        assertThat(tree).noneMatch(ProcessRunnerTest::runs);
        assertThat(parent).isEmptyDirectory();
    }

    /** Runs a script that touches the file "ready", and interrupts the thread that waits for it as soon as it has. */
    private void interruptOnceReady(ProcessRunner runner, String script) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            try {
                runner.run(shell(script), lines);
            } catch (IOException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        Eventually.await("the script is ready", () -> Files.exists(directory.resolve("ready")));
        thread.interrupt();
        thread.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedIOException.class);
        assertThat(flag).isTrue();
    }

    private static long awaitPid(Path file) throws InterruptedException {
        Eventually.await(file + " is written", () -> !read(file).isEmpty());
        return Long.parseLong(read(file));
    }

    /** Whether a process is there and no zombie that its new parent has not taken notice of. */
    private static boolean runs(long pid) {
        return !read(Path.of("/proc", Long.toString(pid), "cmdline")).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
