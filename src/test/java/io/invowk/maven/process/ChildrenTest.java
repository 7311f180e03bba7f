// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ChildrenTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private StreamedProcess start(Children children, String script) throws IOException {
        CommandLine line = new CommandLine("sh", List.of("-c", script), Map.of("PATH", "/usr/bin:/bin"), directory);
        Optional<StreamedProcess.Output> output = Optional.of(new StreamedProcess.Output(out, true));
        return children.start(line, new StreamedProcess.Ends(Optional.empty(), output, output));
    }

    private ProcessHandle started(String file) throws InterruptedException, IOException {
        Path pid = directory.resolve(file);
        Eventually.await("a process has written its number", () -> Files.exists(pid));
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }

    @Test
    void endsWhatStillRunsWithItsDescendants() throws Exception {
        ProcessHandle shell;
        ProcessHandle sleeper;
        try (Children children = Children.open()) {
            start(children, "sleep 600 & echo $! >s; mv s sleeper; echo $$ >t; mv t shell; wait");
            sleeper = started("sleeper");
            shell = started("shell");
        }
        assertThat(shell.isAlive()).isFalse();
        // whoever it was left to has to take notice
        Eventually.await("the sleeper has ended", () -> !sleeper.isAlive());
    }

    @Test
    void waitsForTheEndAndTheOutput() throws Exception {
        try (Children children = Children.open()) {
            StreamedProcess process = start(children, "echo out; exit 5");
            assertThat(children.await(process)).isEqualTo(new ExitStatus(5));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("out\n");
    }

    @Test
    void startsNothingAfterItsEnd() throws Exception {
        Children children = Children.open();
        children.close();
        assertThatThrownBy(() -> start(children, "touch made")).hasMessage("the run is over");
        assertThat(directory).isEmptyDirectory();
    }
}
