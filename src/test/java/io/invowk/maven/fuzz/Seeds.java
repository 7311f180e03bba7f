// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The inputs that fuzzing begins with, and that are tried in every build. */
public final class Seeds {
    private Seeds() {}

    /** The {@code .cue} files below a folder of the test's resources, in the order of their names. */
    public static List<byte[]> cueFiles(String folder) {
        URL url = Objects.requireNonNull(Seeds.class.getResource("/" + folder), folder);
        try (Stream<Path> files = Files.walk(Path.of(url.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".cue"))
                    .sorted()
                    .map(Seeds::bytes)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
