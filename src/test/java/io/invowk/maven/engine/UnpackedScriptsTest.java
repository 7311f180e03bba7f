// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.invowk.maven.engine.Leftover.Action;
import io.invowk.maven.process.ScratchDirectory;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnpackedScriptsTest {
    @TempDir
    Path temporary;

    private Path parent;
    private URL packed;

    @BeforeEach
    void makeScripts() throws IOException {
        parent = Files.createDirectory(temporary.resolve("parent"));
        Path scripts = Files.createDirectory(temporary.resolve("scripts"));
        Files.writeString(scripts.resolve("invowk-engine"), "entry\n");
        Files.writeString(scripts.resolve("run.sh"), "run\n");
        packed = scripts.resolve("invowk-engine").toUri().toURL();
    }

    private Path entry(ScratchDirectory call) throws IOException {
        return new EngineScripts(parent, Optional.of(packed)).entry(call.path(), Instant.now());
    }

    private Path unpack() throws IOException {
        try (ScratchDirectory call = ScratchDirectory.create(parent, "call-")) {
            return entry(call);
        }
    }

    @Test
    void tellsOfThemAndRemovesThemIfAskedTo() throws IOException {
        String directory = unpack().getParent().toString();
        assertThat(UnpackedScripts.clean(parent, false))
                .containsExactly(new Leftover(Action.FOUND, "cache", "", OptionalLong.of(10), directory, ""));
        assertThat(Path.of(directory)).isDirectory();
        assertThat(UnpackedScripts.clean(parent, true))
                .containsExactly(new Leftover(Action.REMOVED, "cache", "", OptionalLong.of(10), directory, ""));
        assertThat(Path.of(directory)).doesNotExist();
    }

    @Test
    void leavesThemToACallThatRuns() throws IOException {
        try (ScratchDirectory call = ScratchDirectory.create(parent, "call-")) {
            Path entry = entry(call);
            assertThat(UnpackedScripts.clean(parent, true))
                    .extracting(Leftover::action, Leftover::reason)
                    .containsExactly(tuple(Action.STAYS, "a command that is running uses it"));
            assertThat(entry).hasContent("entry\n");
            assertThat(entry(call)).isEqualTo(entry);
        }
    }

    @Test
    void aCallTakesACopyOfItsOwnWhileTheyAreBeingRemoved() throws IOException {
        Files.createFile(unpack().resolveSibling(".leaving"));
        try (ScratchDirectory call = ScratchDirectory.create(parent, "call-")) {
            Path entry = entry(call);
            assertThat(entry).startsWith(call.path()).hasContent("entry\n");
            assertThat(entry.resolveSibling("run.sh")).hasContent("run\n");
        }
    }

    @Test
    void neverTakesThemFromACallWhateverTheTiming() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                boolean removes = i % 4 == 0;
                tasks.add(() -> {
                    if (removes) {
                        UnpackedScripts.clean(parent, true);
                        return true;
                    }
                    try (ScratchDirectory call = ScratchDirectory.create(parent, "call-")) {
                        Path entry = entry(call);
                        Thread.yield();
                        return Files.readString(entry).equals("entry\n")
                                && Files.readString(entry.resolveSibling("run.sh"))
                                        .equals("run\n");
                    }
                });
            }
            for (Future<Boolean> task : pool.invokeAll(tasks)) {
                assertThat(task.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
