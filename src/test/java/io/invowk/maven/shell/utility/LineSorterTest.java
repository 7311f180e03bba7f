// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSorterTest {
    /** By the first character only, so that many lines are equal. */
    private static final Comparator<byte[]> BY_FIRST = Comparator.comparingInt(line -> line[0]);

    @TempDir
    private Path directory;

    private static List<String> lines() {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            lines.add((char) ('a' + random.nextInt(20)) + " " + i);
        }
        return lines;
    }

    private List<String> sorted(long maxBytes) throws IOException {
        List<String> sorted = new ArrayList<>();
        try (LineSorter sorter = new LineSorter(BY_FIRST, false, maxBytes, directory)) {
            for (String line : lines()) {
                sorter.add(line.getBytes(StandardCharsets.UTF_8));
            }
            sorter.finish(line -> sorted.add(new String(line, StandardCharsets.UTF_8)));
        }
        return sorted;
    }

    @Test
    void runsOfAnyNumberAreMergedInTheOrderOfTheLines() throws IOException {
        List<String> expected = new ArrayList<>(lines());
        expected.sort(Comparator.comparing(line -> line.charAt(0)));
        assertThat(sorted(Long.MAX_VALUE)).isEqualTo(expected);
        assertThat(sorted(100_000)).as("some runs").isEqualTo(expected);
        assertThat(sorted(4_000)).as("more runs than are merged at a time").isEqualTo(expected);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        Path none = directory.resolve("none");
        assertThatThrownBy(() -> {
                    try (LineSorter sorter = new LineSorter(BY_FIRST, false, 1, none)) {
                        sorter.add(new byte[] {'a'});
                    }
                })
                .hasMessage("cannot create temporary file in '" + none + "': No such file or directory");
    }
}
