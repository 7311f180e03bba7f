// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.invowk.maven.diagnostic.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BakedContextTest {
    @TempDir
    Path temporary;

    private Path project;
    private int contexts;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectory(temporary.resolve("project"));
        write("a.txt", "a");
        write("sub/b.sh", "b");
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path context(Optional<Path> needed, Optional<String> name) throws IOException {
        Path context = temporary.resolve("context-" + contexts++);
        BakedContext.write(
                new BakedImage(
                        "base:1",
                        project,
                        needed,
                        "entry\n",
                        Map.of("A", "it's"),
                        Optional.of(new ContainerSpec.MountedScript("x.py", "print()")),
                        name),
                context);
        return context;
    }

    private List<String> workspace() throws IOException {
        Path workspace = context(Optional.empty(), Optional.empty()).resolve("workspace");
        try (Stream<Path> paths = Files.walk(workspace)) {
            return paths.filter(path -> !path.equals(workspace))
                    .map(path -> workspace.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private String tag(Path context) throws IOException {
        return new BuildContext(context.resolve("Containerfile"), context).tag(temporary, Instant.now());
    }

    @Test
    void holdsTheProjectOurFilesAndTheContainerfile() throws IOException {
        Path context = context(Optional.empty(), Optional.of("registry.example/a:1"));
        assertThat(context.resolve("workspace/sub/b.sh")).hasContent("b");
        assertThat(context.resolve("invowk/command")).hasContent("entry\n");
        assertThat(context.resolve("invowk/env")).hasContent("export A='it'\\''s'\n");
        assertThat(context.resolve("invowk/script/x.py")).hasContent("print()");
        assertThat(context.resolve("Containerfile")).hasContent("""
                # registry.example/a:1
                FROM base:1
                COPY workspace /workspace
                COPY invowk /invowk
                ENTRYPOINT ["/bin/sh", "/invowk/command"]
                CMD []
                """);
    }

    @Test
    void leavesOutWhatEitherIgnoreFileKeepsOutAndOurReports() throws IOException {
        write("secret", "x");
        write("other", "x");
        write("target/classes/c", "x");
        write("target/invowk/last-run.json", "x");
        write(".containerignore", "secret\nsub\n!sub/b.sh\n");
        write(".dockerignore", "other\n");
        assertThat(workspace())
                .containsExactly(
                        ".containerignore",
                        ".dockerignore",
                        "a.txt",
                        "sub",
                        "sub/b.sh",
                        "target",
                        "target/classes",
                        "target/classes/c");
    }

    @Test
    void holdsTheScriptEvenIfItIsKeptOut() throws IOException {
        write(".dockerignore", "sub\n");
        assertThat(workspace()).doesNotContain("sub/b.sh");
        assertThat(context(Optional.of(project.resolve("sub/b.sh")), Optional.empty())
                        .resolve("workspace/sub/b.sh"))
                .hasContent("b");
    }

    @Test
    void modesAreTheSameEverywhere() throws IOException {
        Files.setPosixFilePermissions(project.resolve("a.txt"), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(project.resolve("sub/b.sh"), PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(project.resolve("sub"), PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(project.resolve("link"), Path.of("sub/b.sh"));
        Path context = context(Optional.empty(), Optional.empty());
        assertThat(mode(context.resolve("workspace/a.txt"))).isEqualTo("rw-r--r--");
        assertThat(mode(context.resolve("workspace/sub/b.sh"))).isEqualTo("rwxr-xr-x");
        assertThat(mode(context.resolve("workspace/sub"))).isEqualTo("rwxr-xr-x");
        assertThat(mode(context.resolve("invowk/script"))).isEqualTo("rwxr-xr-x");
        assertThat(Files.readSymbolicLink(context.resolve("workspace/link"))).isEqualTo(Path.of("sub/b.sh"));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void equalContentHasOneTagAndAnyChangeAnother() throws IOException {
        String tag = tag(context(Optional.empty(), Optional.empty()));
        assertThat(tag(context(Optional.empty(), Optional.empty()))).isEqualTo(tag);
        assertThat(tag(context(Optional.empty(), Optional.of("n:1")))).isNotEqualTo(tag);
        write("a.txt", "changed");
        assertThat(tag(context(Optional.empty(), Optional.empty()))).isNotEqualTo(tag);
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Files.setPosixFilePermissions(project.resolve("a.txt"), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(project.resolve("a.txt")), "this user reads everything");
        assertThatThrownBy(() -> context(Optional.empty(), Optional.empty()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a.txt cannot be read")
                .hasMessageContaining(".containerignore");
    }
}
