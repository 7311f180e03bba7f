// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.shell.archive.TarEntry;
import io.invowk.maven.shell.archive.TarWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that try to write where they must not. */
class TarTest {
    @TempDir
    private Path top;

    private Path directory;
    private Path outside;

    @BeforeEach
    void makeDirectories() throws IOException {
        directory = Files.createDirectories(top.resolve("work/to"));
        outside = Files.createDirectory(top.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
    }

    private static TarEntry entry(TarEntry.Kind kind, String name, String link) {
        int size = kind == TarEntry.Kind.FILE ? 4 : 0;
        return new TarEntry(kind, name, link, 0755, 0, 0, "", "", size, Instant.EPOCH);
    }

    private static TarEntry file(String name) {
        return entry(TarEntry.Kind.FILE, name, "");
    }

    private static TarEntry link(String name, String target) {
        return entry(TarEntry.Kind.SYMBOLIC_LINK, name, target);
    }

    /** Extracts an archive of these entries; what the script answered. */
    private Scripts.Answer extract(TarEntry... entries) throws IOException, InterruptedException {
        try (TarWriter writer = new TarWriter(Files.newOutputStream(top.resolve("work/a.tar")), false)) {
            for (TarEntry entry : entries) {
                try (OutputStream content = writer.add(entry)) {
                    if (entry.kind() == TarEntry.Kind.FILE) {
                        content.write("evil".getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return new Scripts(top.resolve("work")).run("tar -xf a.tar -C to --no-same-owner");
    }

    private void nothingIsOutside() throws IOException {
        assertThat(outside).isDirectoryContaining(path -> path.endsWith("secret"));
        assertThat(Files.list(outside).toList()).hasSize(1);
        assertThat(outside.resolve("secret")).hasContent("secret");
        assertThat(Files.list(top.resolve("work"))
                        .map(path -> path.getFileName().toString())
                        .toList())
                .containsExactlyInAnyOrder("a.tar", "to");
    }

    @Test
    void namesThatLeadUpwardsAreRefused() throws IOException, InterruptedException {
        for (String name : List.of("../evil", "a/../../evil", "a/../b", "..")) {
            Scripts.Answer answer = extract(file(name), file("good"));
            assertThat(answer.status()).as(name).isEqualTo(2);
            assertThat(answer.errors()).contains("contains '..'");
            assertThat(directory.resolve("good")).hasContent("evil");
            nothingIsOutside();
        }
    }

    @Test
    void absoluteNamesAreTakenAsRelative() throws IOException, InterruptedException {
        Scripts.Answer answer = extract(file(outside + "/evil"));
        assertThat(answer.status()).isZero();
        assertThat(answer.errors()).contains("Removing leading `/'");
        assertThat(directory.resolve(outside.toString().substring(1)).resolve("evil"))
                .hasContent("evil");
        nothingIsOutside();
    }

    @Test
    void linksOfTheArchiveLeadNowhereElse() throws IOException, InterruptedException {
        for (String target : List.of("../../outside", outside.toString())) {
            Scripts.Answer answer = extract(link("l", target), file("l/evil"), file("l/sub/evil"));
            assertThat(answer.status()).isEqualTo(2);
            assertThat(answer.errors()).contains("leads out of the directory");
            nothingIsOutside();
        }
    }

    @Test
    void aLinkInThePlaceOfAFileIsReplaced() throws IOException, InterruptedException {
        assertThat(extract(link("f", outside + "/secret"), file("f")).status()).isZero();
        assertThat(directory.resolve("f")).isRegularFile().hasContent("evil");
        assertThat(extract(link("d", outside.toString()), entry(TarEntry.Kind.DIRECTORY, "d/", ""), file("d/evil"))
                        .status())
                .isZero();
        assertThat(Files.isSymbolicLink(directory.resolve("d"))).isFalse();
        nothingIsOutside();
    }

    @Test
    void linksThatAreThereLeadNowhereElse() throws IOException, InterruptedException {
        Files.createSymbolicLink(directory.resolve("l"), outside);
        Files.createSymbolicLink(directory.resolve("k"), outside.resolve("secret"));
        assertThat(extract(file("l/evil"), file("k")).status()).isEqualTo(2);
        assertThat(directory.resolve("k")).hasContent("evil");
        nothingIsOutside();
    }

    @Test
    void hardLinksLeadNowhereElse() throws IOException, InterruptedException {
        for (String target : List.of("../../outside/secret", "l/secret")) {
            Scripts.Answer answer =
                    extract(link("l", outside.toString()), entry(TarEntry.Kind.HARD_LINK, "h", target), file("h"));
            assertThat(answer.status()).as(target).isEqualTo(2);
            nothingIsOutside();
        }
    }

    @Test
    void linksInsideAreFollowed() throws IOException, InterruptedException {
        assertThat(extract(entry(TarEntry.Kind.DIRECTORY, "d/", ""), link("l", "d"), file("l/f"))
                        .status())
                .isZero();
        assertThat(directory.resolve("d/f")).hasContent("evil");
    }

    @Test
    void whatIsNoArchiveIsNamed() throws IOException, InterruptedException {
        Files.writeString(top.resolve("work/a.tar"), "BZh91AY&SY and so on".repeat(50));
        Scripts.Answer answer = new Scripts(top.resolve("work")).run("tar xf a.tar; echo $?");
        assertThat(answer.output()).isEqualTo("2\n");
        assertThat(answer.errors()).contains("bzip2");
    }
}
