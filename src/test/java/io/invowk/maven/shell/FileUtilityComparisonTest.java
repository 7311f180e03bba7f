// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Utilities that change files, or tell of them: status, output, whether there is a message, and the files afterwards are those of the
 * GNU ones and of busybox. Of the calls of a line some are tried, always the same; {@code -Dutilities.all=true} tries all.
 */
class FileUtilityComparisonTest {
    private static final Path BUSYBOX = Path.of("/usr/bin/busybox");
    private static final List<String> APPLETS = List.of(
            "mkdir",
            "rm",
            "cp",
            "mv",
            "ln",
            "touch",
            "ls",
            "realpath",
            "find",
            "base64",
            "sort",
            "cat",
            "basename",
            "tar",
            "gzip",
            "gunzip");
    private static final int CALLS_OF_A_LINE = 16;

    @TempDir
    private Path directory;

    private static List<String> gnuLines() throws IOException {
        return lines("utilities.txt");
    }

    private static List<String> busyboxLines() throws IOException {
        return lines("utilities-busybox.txt");
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(FileUtilityComparisonTest.class.getResourceAsStream("/shell/" + name))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("%%\n") + 3).lines().toList();
        }
    }

    private static List<String> calls(String line) {
        List<String> calls = new ArrayList<>(TreeComparison.calls(line));
        if (Boolean.getBoolean("utilities.all")) {
            return calls;
        }
        Collections.shuffle(calls, new Random(1));
        return calls.subList(0, Math.min(calls.size(), CALLS_OF_A_LINE));
    }

    @ParameterizedTest
    @MethodSource("gnuLines")
    void doesAsCoreutilsDo(String line) throws IOException, InterruptedException {
        TreeComparison comparison = new TreeComparison(directory);
        String path = "/usr/bin:/bin";
        assumeTrue(comparison.theirs("ls --version", path).output().contains("GNU"), "skipped: no coreutils here");
        for (String call : calls(line)) {
            assertThat(comparison.ours(call)).as(call).isEqualTo(comparison.theirs(call, path));
        }
    }

    @ParameterizedTest
    @MethodSource("busyboxLines")
    void doesAsBusyboxDoes(String line) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BUSYBOX), "skipped: no busybox here");
        Path applets = Files.createDirectory(directory.resolve("applets"));
        for (String applet : APPLETS) {
            Files.createSymbolicLink(applets.resolve(applet), BUSYBOX);
        }
        TreeComparison comparison = new TreeComparison(directory);
        for (String call : calls(line)) {
            assertThat(comparison.ours(call)).as(call).isEqualTo(comparison.theirs(call, applets.toString()));
        }
    }
}
