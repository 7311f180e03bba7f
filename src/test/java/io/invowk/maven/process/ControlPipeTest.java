// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ControlPipeTest {
    @TempDir
    Path directory;

    /** Opens the pipe, says so, and ends when nobody else has it open any more. */
    private Process reader(Path pipe) throws IOException, InterruptedException {
        Path ready = directory.resolve("ready");
        Process reader = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec 9<>\"$1\" <\"$1\" 9<&-; : >\"$2\"; read -r _",
                        "sh",
                        pipe.toString(),
                        ready.toString())
                .start();
        Eventually.await("the reader has opened the pipe", () -> Files.exists(ready));
        return reader;
    }

    @Test
    void itsReaderSeesItClosed() throws Exception {
        Process reader;
        try (ControlPipe control = ControlPipe.create(directory.resolve("control"), directory, Map.of())) {
            reader = reader(control.path());
            assertThat(reader.isAlive()).isTrue();
        }
        assertThat(reader.waitFor()).isEqualTo(1);
    }

    @Test
    void noChildOfThisProcessKeepsItOpen() throws Exception {
        Process reader;
        Process child;
        try (ControlPipe control = ControlPipe.create(directory.resolve("control"), directory, Map.of())) {
            child = new ProcessBuilder("sleep", "600").start();
            reader = reader(control.path());
        }
        assertThat(reader.waitFor()).isEqualTo(1);
        child.destroyForcibly();
    }

    @Test
    void itsReaderSeesTheProcessKilled() throws Exception {
        Path path = directory.resolve("control");
        Process jvm = new ProcessBuilder(ChildJvm.command("control", path.toString())).start();
        List<ProcessHandle> children = List.of();
        try {
            Eventually.await(
                    "the other process has its pipe and its child",
                    () -> jvm.children()
                            .anyMatch(child -> child.info().command().orElse("").endsWith("sleep")));
            children = jvm.children().toList();
            Process reader = reader(path);
            assertThat(reader.isAlive()).isTrue();
            jvm.destroyForcibly();
            assertThat(reader.waitFor()).isEqualTo(1);
        } finally {
            jvm.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aPlaceThatIsTakenIsAnError() throws IOException {
        Path taken = Files.createFile(directory.resolve("taken"));
        assertThatThrownBy(() -> ControlPipe.create(taken, directory, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no named pipe " + taken);
    }
}
