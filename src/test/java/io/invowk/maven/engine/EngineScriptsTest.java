// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineScriptsTest {
    @TempDir
    Path temporary;

    private Path parent;
    private URL packed;

    @BeforeEach
    void makeScripts() throws IOException {
        parent = Files.createDirectory(temporary.resolve("parent"));
        Path scripts = Files.createDirectory(temporary.resolve("with space+ü"));
        Files.writeString(scripts.resolve("invowk-engine"), "#!/bin/sh\n");
        Files.writeString(scripts.resolve("run.sh"), "run\n");
        packed = scripts.resolve("invowk-engine").toUri().toURL();
    }

    private Path entry() throws IOException {
        return entry(Instant.now());
    }

    private Path entry(Instant now) throws IOException {
        return new EngineScripts(parent, Optional.of(packed)).entry(temporary, now);
    }

    private List<String> namesInParent() throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void unpacksAllFilesOnceUnderAName() throws IOException {
        Path entry = entry();
        assertThat(entry).hasContent("#!/bin/sh\n").hasFileName("invowk-engine");
        assertThat(entry.resolveSibling("run.sh")).hasContent("run\n");
        assertThat(entry()).isEqualTo(entry);
        assertThat(namesInParent()).singleElement().asString().matches("scripts-[0-9a-f]{16}");
    }

    @Test
    void givesOtherScriptsAnotherName() throws IOException {
        Path first = entry();
        Files.writeString(Path.of(URI.create(packed.toString())).resolveSibling("run.sh"), "other\n");
        assertThat(entry()).isNotEqualTo(first);
        assertThat(namesInParent()).hasSize(2);
    }

    private void pack(String run) throws IOException {
        Path jar = temporary.resolve("plug in.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file : Map.of(
                            "a/b/invowk-engine", "#!/bin/sh\n", "a/b/run.sh", run, "a/other", "no")
                    .entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        packed = URI.create("jar:" + jar.toUri() + "!/a/b/invowk-engine").toURL();
    }

    /** In an hour, when all files have settled. */
    private static Instant later() {
        return Instant.now().plusSeconds(3600);
    }

    @Test
    void readsAJarAsADirectory() throws IOException {
        Path directory = entry().getParent();
        pack("run\n");
        assertThat(entry().getParent()).isEqualTo(directory);
        assertThat(entry(later()).getParent()).isEqualTo(directory);
        assertThat(entry(later()).getParent()).isEqualTo(directory);
    }

    @Test
    void readsNothingAgainThatIsAsItWas() throws IOException {
        pack("run\n");
        Path entry = entry(later());
        packed = URI.create(packed.toString().replace("/a/b/", "/nothing/")).toURL();
        assertThat(entry(later())).isEqualTo(entry);
    }

    @Test
    void unpacksAgainWhatWasDamagedSinceItWasLookedAt() throws IOException {
        pack("run\n");
        Path entry = entry(later());
        Path script = entry.resolveSibling("run.sh");
        FileTime time = Files.getLastModifiedTime(script);
        Files.writeString(script, "nur\n");
        Files.setLastModifiedTime(script, time);
        assertThat(entry(later())).isEqualTo(entry);
        assertThat(script).hasContent("run\n");
        Files.delete(script);
        assertThat(entry(later())).isEqualTo(entry);
        assertThat(script).hasContent("run\n");
    }

    @Test
    void readsAJarAgainThatHasChanged() throws IOException {
        pack("run\n");
        Path entry = entry(later());
        pack("other\n");
        assertThat(entry(later())).isNotEqualTo(entry);
        assertThat(entry(later()).resolveSibling("run.sh")).hasContent("other\n");
    }

    @Test
    void readsTheJarAgainWhenWhatWasKeptIsDamaged() throws IOException {
        pack("run\n");
        Path entry = entry(later());
        Path kept = parent.resolve(namesInParent().stream()
                .filter(name -> name.startsWith("known."))
                .findFirst()
                .orElseThrow());
        for (String damaged : List.of("", "\u007f", "\u0003a\0c", "\u0003abc", "\u0000")) {
            Files.writeString(kept, damaged);
            assertThat(entry(later())).isEqualTo(entry);
        }
    }

    @Test
    void unpacksElsewhereWhatIsAboutToBeRemoved() throws IOException {
        pack("run\n");
        Path entry = entry(later());
        Files.createFile(entry.resolveSibling(".leaving"));
        assertThat(entry(later()).getParent()).isEqualTo(temporary.resolve("scripts"));
    }

    @Test
    void replacesADamagedDirectory() throws IOException {
        Path entry = entry();
        Files.delete(entry.resolveSibling("run.sh"));
        Files.writeString(entry, "rm -rf /\n");
        assertThat(entry()).isEqualTo(entry).hasContent("#!/bin/sh\n");
        assertThat(entry.resolveSibling("run.sh")).exists();
        assertThat(namesInParent()).hasSize(1);
    }

    @Test
    void isUnpackedByManyAtTheSameTime() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(50);
        try {
            for (boolean damaged : new boolean[] {false, true}) {
                if (damaged) {
                    Files.delete(entry());
                }
                Callable<Boolean> call = () -> Files.readString(entry()).equals("#!/bin/sh\n");
                for (Future<Boolean> done : pool.invokeAll(Collections.nCopies(50, call))) {
                    assertThat(done.get()).isTrue();
                }
                assertThat(namesInParent()).hasSize(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
