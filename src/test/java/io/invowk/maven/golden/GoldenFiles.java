// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pairs of files below a folder of the test resources: an input, and beside it the output that is expected of it,
 * with the same name and another suffix.
 *
 * <p>With {@code -Dgolden.update} outputs are rewritten instead of compared, and every check fails, so that a run
 * with it is never taken for a green one.
 */
public final class GoldenFiles {
    private static final boolean UPDATE = "true".equals(System.getProperty("golden.update"));
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private final Path folder;
    private final String inputSuffix;
    private final List<String> outputSuffixes;

    private GoldenFiles(Path folder, String inputSuffix, List<String> outputSuffixes) {
        this.folder = folder;
        this.inputSuffix = inputSuffix;
        this.outputSuffixes = outputSuffixes;
    }

    /**
     * The pairs in a folder and all folders in it.
     *
     * @param folder below {@code src/test/resources}, for example {@code cue/syntax}
     * @param inputSuffix for example {@code .cue}
     * @param outputSuffixes what an output may be called, for example {@code .golden}, {@code .err}; an input has
     *     one output
     */
    public static GoldenFiles below(String folder, String inputSuffix, String... outputSuffixes) {
        return new GoldenFiles(RESOURCES.resolve(folder), inputSuffix, List.of(outputSuffixes));
    }

    /** All inputs by name, for a parametrised test. At least one: an empty folder is a mistake. */
    public Stream<Input> inputs() {
        List<Input> found = files(inputSuffix).stream().map(Input::new).toList();
        assertThat(found).as("inputs *%s below %s", inputSuffix, folder).isNotEmpty();
        return found.stream();
    }

    /** Fails if there is an output that belongs to no input. */
    public void assertEveryOutputHasAnInput() {
        assertThat(outputSuffixes.stream()
                        .flatMap(suffix -> files(suffix).stream()
                                .filter(output -> !Files.exists(sibling(output, suffix, inputSuffix)))))
                .as("outputs without an input")
                .isEmpty();
    }

    private List<Path> files(String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sibling(Path file, String suffix, String otherSuffix) {
        String name = file.toString();
        return Path.of(name.substring(0, name.length() - suffix.length()) + otherSuffix);
    }

    /** One input. */
    public final class Input {
        private final Path file;

        private Input(Path file) {
            this.file = file;
        }

        /** The path below the folder, with {@code /}: the same on every machine, fit for texts that are compared. */
        public String name() {
            return folder.relativize(file).toString().replace('\\', '/');
        }

        /** Where the input is. */
        public Path path() {
            return file;
        }

        /** The whole input. */
        public String text() {
            return read(file);
        }

        /**
         * Fails unless the output with this suffix holds this text, and there is no output with another suffix.
         *
         * @param actual a line break at its end makes no difference
         */
        public void assertOutput(String suffix, String actual) {
            String text = actual.endsWith("\n") ? actual : actual + "\n";
            Path output = sibling(file, inputSuffix, suffix);
            List<Path> others = outputSuffixes.stream()
                    .filter(other -> !other.equals(suffix))
                    .map(other -> sibling(file, inputSuffix, other))
                    .filter(Files::exists)
                    .toList();
            if (UPDATE) {
                update(output, text, others);
                fail("golden.update is set: wrote %s", output);
            }
            assertThat(others)
                    .as("outputs of the other kind, where %s gives *%s", file, suffix)
                    .isEmpty();
            assertThat(output).as("expected output; -Dgolden.update writes it").exists();
            assertThat(text).as("%s", file).isEqualTo(read(output));
        }

        private void update(Path output, String text, List<Path> others) {
            try {
                Files.writeString(output, text);
                for (Path other : others) {
                    Files.delete(other);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String read(Path path) {
            try {
                return Files.readString(path, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
