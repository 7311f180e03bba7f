// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.port.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShellTest {
    @TempDir
    private Path directory;

    private Scripts.Answer run(String script, String... arguments) throws IOException, InterruptedException {
        return new Scripts(directory).run(script, arguments);
    }

    @Test
    void aSyntaxErrorRunsNothingAndHasItsPlace() {
        assertThatThrownBy(() -> run("touch made\nif true; then\n  echo x)\n"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("script:3:9: error: unexpected \")\"");
        assertThat(directory.resolve("made")).doesNotExist();
    }

    @Test
    void whatIsUnclosedIsShownWhereItBegins() {
        assertThatThrownBy(() -> run("echo a\necho \"b\n")).hasMessageStartingWith("script:2:6: error:");
        assertThatThrownBy(() -> run("echo $(ls\n")).hasMessageStartingWith("script:1:6: error:");
        assertThatThrownBy(() -> run("{ echo a\n")).hasMessageStartingWith("script:1:1: error: \"{\" is not closed");
    }

    @Test
    void whatIsNotSupportedIsRefusedBeforeAnythingRuns() {
        assertThatThrownBy(() -> run("touch made; coproc cat")).hasMessageContaining("\"coproc\" is not supported");
        assertThat(directory.resolve("made")).doesNotExist();
    }

    @Test
    void utilitiesThatThereCannotBeAreRefusedBeforeAnythingRuns() {
        for (String script : List.of("ulimit -n 9", "if :; then x=$(fg); fi", "cat <<E\n`bg`\nE", "command disown")) {
            assertThatThrownBy(() -> run("touch made\n" + script))
                    .as(script)
                    .isInstanceOf(UserException.class)
                    .hasMessageMatching("(?s)script:[23]:\\d+: error: \"[a-z]+\" is not supported.*help: .*");
        }
        assertThat(directory.resolve("made")).doesNotExist();
    }

    @Test
    void aScriptMayDefineWhatThereCannotBeOrAskForIt() throws IOException, InterruptedException {
        assertThat(run("fg; fg() { echo mine; }; fg").output()).isEqualTo("mine\n");
        assertThat(run("function bind { echo mine; }; bind").output()).isEqualTo("mine\n");
        assertThat(run("alias bg='echo mine'\nbg").output()).isEqualTo("mine\n");
        assertThat(run("command -v ulimit >&2 && ulimit -n 9; echo $?").output())
                .isEqualTo("1\n");
        assertThat(run("x=fg; $x; echo $?; eval bg; echo $?").output()).isEqualTo("127\n127\n");
    }

    @Test
    void timesAreThoseThatProcessorsWorked() throws IOException, InterruptedException {
        String work = "i=0; while [ $i -lt 100000 ]; do i=$((i + 1)); done; /bin/sh -c 'i=0; while [ $i -lt 300000 ];"
                + " do i=$((i + 1)); done'; times";
        String[] lines = run(work).output().split("\n");
        assertThat(lines).hasSize(2).allMatch(line -> line.matches("\\d+m\\d+\\.\\d{3}s \\d+m\\d+\\.\\d{3}s"));
        assertThat(lines[0]).doesNotStartWith("0m0.000s");
        if (Files.exists(Path.of("/proc/self/stat"))) {
            assertThat(lines[1]).doesNotStartWith("0m0.000s");
        }
    }

    @Test
    void argumentsArePositionalParameters() throws IOException, InterruptedException {
        assertThat(run("echo $# \"$2\"", "-x", "a  b").output()).isEqualTo("2 a  b\n");
    }

    @Test
    void aPipelineEndsWhenItsReaderDoes() throws IOException, InterruptedException {
        assertThat(run("while :; do echo y; done | head -n 1").output()).isEqualTo("y\n");
        assertThat(run("yes | { read x; echo $x; }").output()).isEqualTo("y\n");
    }

    @Test
    void recursionWithoutEndIsRefused() throws IOException, InterruptedException {
        Scripts.Answer answer = run("f() { f; }; f; echo never");
        assertThat(answer.output()).isEmpty();
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.errors()).contains("nest more than");
    }

    @Test
    void everyWayOfRecursionIsRefused() throws IOException, InterruptedException {
        assertThat(run("f() { eval 'x=$(f)'; }; f").errors()).contains("nest more than");
        assertThat(run("f() { ( f ); }; f").errors()).contains("nest more than");
        assertThat(run("x=x; echo $((x))").errors()).contains("recursion level");
        Files.writeString(directory.resolve("self"), ". ./self\n");
        assertThat(run(". ./self").errors()).contains("nest more than");
    }

    @Test
    void pipelinesWithoutEndAreRefused() throws IOException, InterruptedException {
        Scripts.Answer answer = run("f() { f | f; }; f; echo never");
        assertThat(answer.output()).isEmpty();
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.errors()).containsOnlyOnce("more than").endsWith("\n");
    }

    @Test
    void deepNestingInTheTextIsRefused() {
        String deep = "{ ".repeat(20_000) + "echo" + "; }".repeat(20_000);
        assertThatThrownBy(() -> run(deep)).isInstanceOf(UserException.class).hasMessageContaining("deep");
        assertThatThrownBy(() -> run("echo " + "$(echo ".repeat(20_000)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("deep");
    }

    @Test
    void hugeExpansionsAreRefused() throws IOException, InterruptedException {
        assertThat(run("echo {1..999999999}").errors()).contains("brace expansion makes more than");
    }

    @Test
    void bytesThatAreNoTextPassThroughVariables() throws IOException, InterruptedException {
        assertThat(run("x=$(printf 'a\\377\\303\\251'); printf %s \"$x\" | od -An -tx1 | tr -d ' '; echo ${#x}")
                        .output())
                .isEqualTo("61ffc3a9\n3\n");
    }

    @Test
    void aProgramLeavesInputThatItDoesNotRead() throws IOException, InterruptedException {
        assertThat(run("printf '1\\n2\\n3\\n' | while read x; do /bin/true; echo $x; done")
                        .output())
                .isEqualTo("1\n2\n3\n");
    }

    @Test
    void standardInputReachesTheScript() throws IOException, InterruptedException {
        assertThat(new Scripts(directory)
                        .run("read x; echo \"<$x>\"; cat", "a\nb\n", new String[0])
                        .output())
                .isEqualTo("<a>\nb\n");
    }

    @Test
    void interruptingTheCallerEndsAllThatRuns() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                run("sleep 600 | sleep 600 & while :; do :; done");
            } catch (InterruptedException | IOException e) {
                ended.countDown();
            }
        });
        caller.start();
        while (Files.notExists(directory)) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        caller.join(Duration.ofSeconds(30).toMillis());
        assertThat(ended.getCount()).isZero();
    }

    @Test
    void readOnlyVariablesAndBadExpansionsEndTheScript() throws IOException, InterruptedException {
        assertThat(run("readonly x=1; x=2; echo never")).satisfies(answer -> {
            assertThat(answer.output()).isEmpty();
            assertThat(answer.errors()).isEqualTo("script: line 1: x: readonly variable\n");
        });
        assertThat(run("echo a\n\necho ${x?is missing}; echo never").errors())
                .isEqualTo("script: line 3: x: is missing\n");
    }

    @Test
    void filesThatNeedNoMachineAreThere() throws IOException, InterruptedException {
        assertThat(run("echo a > /dev/null; echo b > /dev/stdout; read x < /dev/null; echo $?")
                        .output())
                .isEqualTo("b\n1\n");
    }

    @Test
    void whatFailsInAnyThreadFailsTheRun() {
        Programs broken = call -> {
            throw new IllegalStateException("broken port");
        };
        for (String script : List.of("ls", "ls | cat", "ls & wait", "ls &", "x=$(ls)")) {
            assertThatThrownBy(() -> new Shell(broken, new LocalFiles(), false)
                            .run(
                                    new Shell.Request(
                                            new SourceText("script", script),
                                            List.of(),
                                            Scripts.environment(directory),
                                            directory),
                                    new Shell.Streams(
                                            InputStream.nullInputStream(),
                                            OutputStream.nullOutputStream(),
                                            OutputStream.nullOutputStream())))
                    .as(script)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken port");
        }
    }
}
