// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunSequenceTest {
    private final List<String> read = new ArrayList<>();
    private final List<String> started = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    /** A command whose name is a number ends with that status; "help" is no run; others cannot be read or started. */
    private Optional<String> run(String... commands) throws Exception {
        return new RunSequence(this::read, this::run)
                .run(
                        Stream.of(commands).map(RunSequenceTest::request).toList(),
                        (request, result) -> ended.add(request.cmd() + "=" + result.exitStatus()));
    }

    private void read(RunRequest request) {
        read.add(request.cmd());
        if (request.cmd().startsWith("unknown")) {
            throw new UserException(Diagnostic.of("no " + request.cmd()));
        }
    }

    private Optional<RunResult> run(RunRequest request) {
        started.add(request.cmd());
        if (request.cmd().equals("help")) {
            return Optional.empty();
        }
        if (!request.cmd().matches("[0-9]+")) {
            throw new UserException(Diagnostic.of("cannot start " + request.cmd()));
        }
        int status = Integer.parseInt(request.cmd());
        return Optional.of(new RunResult(status, status == 0 ? "" : "failed: " + status, Optional.empty()));
    }

    private static RunRequest request(String cmd) {
        return new RunRequest(
                Path.of("/p"),
                Optional.empty(),
                cmd,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                new InheritSettings(Optional.empty(), List.of(), List.of()),
                false,
                false,
                OutputCapture.NONE,
                Set.of(),
                0,
                60,
                Optional.empty(),
                new ContainerSettings(List.of(), "caller", "private", 10, 600));
    }

    @Test
    void runsAllInOrder() throws Exception {
        assertThat(run("0", "help", "00")).isEmpty();
        assertThat(started).containsExactly("0", "help", "00");
        assertThat(ended).containsExactly("0=0", "00=0");
    }

    @Test
    void theFirstThatFailsIsTheLast() throws Exception {
        assertThat(run("0", "3", "00", "000")).hasValue("failed: 3\n    = not started after it: 00, 000");
        assertThat(started).containsExactly("0", "3");
        assertThat(ended).containsExactly("0=0", "3=3");
        assertThat(run("0", "3")).hasValue("failed: 3");
    }

    @Test
    void readsTheWordsOfAllBeforeTheFirstIsStarted() {
        assertThatThrownBy(() -> run("0", "unknown 1", "00", "unknown 2"))
                .hasMessageContaining("no unknown 1")
                .hasMessageContaining("no unknown 2");
        assertThat(started).isEmpty();
    }

    @Test
    void saysWhatWasNotStartedAfterOneThatCannotBe() {
        assertThatThrownBy(() -> run("0", "broken", "00"))
                .hasMessageContaining("cannot start broken")
                .hasMessageContaining("not started after it: 00");
        assertThatThrownBy(() -> run("0", "broken")).hasMessage("cannot start broken");
    }

    @Test
    void oneAloneIsReadOnlyWhenItIsRun() throws Exception {
        assertThat(run("0")).isEmpty();
        assertThat(read).isEmpty();
    }
}
