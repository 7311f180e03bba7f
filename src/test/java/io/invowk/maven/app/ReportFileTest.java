// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @TempDir
    private Path directory;

    @Test
    void takesTheOldReportAwayFirst() throws IOException {
        Path file = Files.writeString(directory.resolve("r.json"), "old");
        new ReportFile(file, false).begin();
        assertThat(file).doesNotExist();
        new ReportFile(file, false).begin();
    }

    @Test
    void tellsOfOneCommandOrOfAll() throws IOException {
        Path file = directory.resolve("new/r.json");
        new ReportFile(file, false).add(Map.of("command", "a"));
        assertThat(file).hasContent("{\n  \"command\": \"a\"\n}");
        ReportFile several = new ReportFile(file, true);
        several.add(Map.of("command", "a"));
        several.add(Map.of("command", "b"));
        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .isEqualTo("{\"commands\":[{\"command\":\"a\"},{\"command\":\"b\"}]}");
    }
}
