// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ScratchDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void isPrivateAndRemovedWithItsContent() throws IOException {
        Path path;
        try (ScratchDirectory scratch = ScratchDirectory.create(parent.resolve("a/b"), "run-")) {
            path = scratch.path();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            Files.writeString(Files.createDirectory(path.resolve("deep")).resolve("file"), "x");
        }
        assertThat(path).doesNotExist();
        assertThat(parent.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void leavesDirectoriesOfThisProcessAlone() throws IOException {
        try (ScratchDirectory first = ScratchDirectory.create(parent, "run-");
                ScratchDirectory second = ScratchDirectory.create(parent, "run-")) {
            assertThat(first.path()).isDirectory();
            assertThat(second.path()).isDirectory().isNotEqualTo(first.path());
            assertThat(ScratchDirectory.isAnyInUse(parent, "run-")).isTrue();
            assertThat(ScratchDirectory.isAnyInUse(parent, "other-")).isFalse();
        }
        assertThat(ScratchDirectory.isAnyInUse(parent, "run-")).isFalse();
    }

    @Test
    void sweepsWhatAKilledProcessLeftAndSparesTheLiving() throws Exception {
        Process jvm =
                new ProcessBuilder(ChildJvm.command("scratch", parent.toString(), "echo ready; sleep 300")).start();
        assertThat(jvm.getInputStream().read()).isEqualTo('r');
        Path left = onlyEntry();
        ScratchDirectory.create(parent, "scratch-").close();
        assertThat(left).isDirectory();
        assertThat(ScratchDirectory.isAnyInUse(parent, "scratch-")).isTrue();

        List<ProcessHandle> children = jvm.descendants().toList();
        jvm.destroyForcibly().waitFor();
        children.forEach(ProcessHandle::destroyForcibly);
        assertThat(left).isDirectory();
        assertThat(ScratchDirectory.isAnyInUse(parent, "scratch-")).isFalse();
        ScratchDirectory.create(parent, "scratch-").close();
        assertThat(left).doesNotExist();
    }

    private Path onlyEntry() throws IOException {
        try (var entries = Files.list(parent)) {
            return entries.toList().get(0);
        }
    }
}
