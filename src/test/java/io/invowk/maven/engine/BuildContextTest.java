// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTest {
    @TempDir
    Path temporary;

    private Path context;

    @BeforeEach
    void makeContext() throws IOException {
        context = Files.createDirectory(temporary.resolve("context"));
        write("Containerfile", "FROM x\nCOPY src /src\nCOPY *.txt /\n");
        write("src/A", "a");
        write("src/deep/B", "b");
        write("one.txt", "1");
        write("other", "o");
    }

    private void write(String path, String text) throws IOException {
        Path file = context.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String tag() throws IOException {
        return tag(context.resolve("Containerfile"));
    }

    /** Asked in an hour, when all files have settled. */
    private String tag(Path containerfile) throws IOException {
        Path known = Files.createDirectories(temporary.resolve("known"));
        return new BuildContext(containerfile, context).tag(known, Instant.now().plusSeconds(3600));
    }

    private Path known() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("known"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void readsNothingAgainThatIsAsItWas() throws IOException {
        String tag = tag();
        byte[] kept = Files.readAllBytes(known());
        byte[] other = "localhost/invowk-build:another".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(other, 0, kept, 1, other.length);
        Files.write(known(), kept);
        assertThat(tag()).startsWith("localhost/invowk-build:another").hasSameSizeAs(tag);
    }

    @Test
    void noticesAnEditThatKeepsSizeAndTime() throws IOException {
        String before = tag();
        FileTime time = Files.getLastModifiedTime(context.resolve("src/A"));
        write("src/A", "b");
        Files.setLastModifiedTime(context.resolve("src/A"), time);
        assertThat(tag()).isNotEqualTo(before);
    }

    @Test
    void keepsNothingAboutFilesThatMayStillChange() throws IOException {
        Path known = Files.createDirectories(temporary.resolve("known"));
        new BuildContext(context.resolve("Containerfile"), context).tag(known, Instant.now());
        assertThat(known).isEmptyDirectory();
    }

    @Test
    void doesWithoutFilesThatAreRemovedMeanwhile() throws Exception {
        write("Containerfile", "FROM x\nCOPY . /\n");
        AtomicBoolean ended = new AtomicBoolean();
        Thread other = new Thread(() -> {
            while (!ended.get()) {
                try {
                    write("classes/a/A", "1");
                    Files.delete(context.resolve("classes/a/A"));
                    Files.delete(context.resolve("classes/a"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        other.start();
        try {
            for (int round = 0; round < 500; round++) {
                assertThat(tag()).startsWith("localhost/invowk-build:");
            }
        } finally {
            ended.set(true);
            other.join();
        }
    }

    @Test
    void doesWithoutAPlaceToKeepATag() throws IOException {
        BuildContext built = new BuildContext(context.resolve("Containerfile"), context);
        Path missing = temporary.resolve("missing");
        assertThat(built.tag(missing, Instant.now().plusSeconds(3600))).isEqualTo(tag());
    }

    @Test
    void readsAllAgainWhenWhatWasKeptIsDamaged() throws IOException {
        String before = tag();
        for (String damaged : List.of("", "\u007f", "\u0003abc")) {
            Files.writeString(known(), damaged);
            assertThat(tag()).isEqualTo(before);
        }
    }

    @Test
    void namesAnImageOfOurs() throws IOException {
        assertThat(tag()).matches("localhost/invowk-build:[0-9a-f]{16}");
    }

    @Test
    void changesWithEachThingThatCanBeRead() throws IOException {
        String before = tag();
        write("src/deep/B", "b2");
        String content = tag();
        Files.move(context.resolve("src/deep/B"), context.resolve("src/deep/C"));
        String name = tag();
        write("two.txt", "2");
        String added = tag();
        Files.setPosixFilePermissions(context.resolve("two.txt"), PosixFilePermissions.fromString("rwxr-xr-x"));
        String executable = tag();
        Files.createDirectory(context.resolve("src/empty"));
        String directory = tag();
        write("Containerfile", "FROM y\nCOPY src /src\nCOPY *.txt /\n");
        assertThat(new String[] {before, content, name, added, executable, directory, tag()})
                .doesNotHaveDuplicates();
    }

    @Test
    void ignoresWhatCannotBeRead() throws IOException {
        String before = tag();
        write("other", "o2");
        write("sub/two.txt", "2");
        assertThat(tag()).isEqualTo(before);
    }

    @Test
    void ignoresTimesOtherPermissionsAndThePlace() throws IOException {
        String before = tag();
        Files.setLastModifiedTime(context.resolve("src/A"), FileTime.fromMillis(0));
        Files.setPosixFilePermissions(context.resolve("src/A"), PosixFilePermissions.fromString("rw-------"));
        assertThat(tag()).isEqualTo(before);
        context = Files.move(context, temporary.resolve("moved"));
        assertThat(tag()).isEqualTo(before);
        Files.createDirectory(context.resolve("image"));
        Path moved = Files.move(context.resolve("Containerfile"), context.resolve("image/Build"));
        assertThat(tag(moved)).isEqualTo(before);
    }

    @Test
    void takesAllOfTheContextWhereItIsCopied() throws IOException {
        write("Containerfile", "FROM x\nCOPY . /\n");
        String before = tag();
        write("other", "o2");
        String edited = tag();
        write("hidden/.git", "");
        assertThat(new String[] {before, edited, tag()}).doesNotHaveDuplicates();
    }

    @Test
    void leavesOutWhatIsIgnored() throws IOException {
        write("Containerfile", "FROM x\nCOPY . /\n");
        write(".dockerignore", "target\n!target/*.jar\n*.log\n");
        write("target/classes/A", "1");
        write("target/a.jar", "1");
        String before = tag();
        write("target/classes/A", "2");
        write("x.log", "2");
        assertThat(tag()).isEqualTo(before);
        write("target/a.jar", "2");
        assertThat(tag()).isNotEqualTo(before);
    }

    @Test
    void countsWhatOneOfTwoIgnoreFilesLetsThrough() throws IOException {
        write("Containerfile", "FROM x\nCOPY . /\n");
        write(".containerignore", "a\nb\n");
        write(".dockerignore", "a\n");
        write("a", "1");
        write("b", "1");
        String before = tag();
        write("a", "2");
        assertThat(tag()).isEqualTo(before);
        write("b", "2");
        assertThat(tag()).isNotEqualTo(before);
    }

    @Test
    void neverCountsOurOwnReports() throws IOException {
        write("Containerfile", "FROM x\nCOPY . /\n");
        String before = tag();
        write("target/invowk/last-run.json", "{}");
        assertThat(tag()).isEqualTo(before);
        write("target/a.jar", "1");
        assertThat(tag()).isNotEqualTo(before);
    }

    @Test
    void countsTheTargetsOfLinksAndFollowsNone() throws IOException {
        write("outside/secret", "1");
        Files.createSymbolicLink(context.resolve("src/link"), Path.of("../outside"));
        String before = tag();
        write("outside/secret", "2");
        assertThat(tag()).isEqualTo(before);
        Files.delete(context.resolve("src/link"));
        Files.createSymbolicLink(context.resolve("src/link"), Path.of("../other"));
        assertThat(tag()).isNotEqualTo(before);
        Files.createSymbolicLink(context.resolve("src/loop"), Path.of("."));
        assertThat(tag()).isNotEqualTo(before);
    }

    @Test
    void takesAllOfTheContextWhereASourceLeadsThroughALink() throws IOException {
        Files.createSymbolicLink(context.resolve("lib"), Path.of("src"));
        write("Containerfile", "FROM x\nCOPY lib/deep /\n");
        String before = tag();
        write("src/deep/B", "b2");
        assertThat(tag()).isNotEqualTo(before);
    }

    @Test
    void takesAllOfTheContextForAPreprocessedFile() throws IOException {
        Path file = context.resolve("Containerfile.in");
        Files.writeString(file, "FROM x\n");
        String before = tag(file);
        write("other", "o2");
        assertThat(tag(file)).isNotEqualTo(before);
    }

    @Test
    void failsWithoutTheContainerfile() throws IOException {
        Files.delete(context.resolve("Containerfile"));
        assertThatThrownBy(this::tag).isInstanceOf(NoSuchFileException.class);
    }
}
