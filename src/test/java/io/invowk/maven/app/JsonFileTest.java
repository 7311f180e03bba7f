// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {
    @Test
    void writesNestedValuesInOrder() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("text", "a");
        value.put("number", 7);
        value.put("yes", true);
        value.put("list", List.of(Map.of("x", 1), List.of()));
        value.put("empty", Map.of());
        assertThat(JsonFile.text(value)).isEqualTo("""
                {
                  "text": "a",
                  "number": 7,
                  "yes": true,
                  "list": [
                    {
                      "x": 1
                    },
                    []
                  ],
                  "empty": {}
                }""");
    }

    @Test
    void escapesText() {
        assertThat(JsonFile.text("\"\\/\n\r\t\u0001\u001fä😀")).isEqualTo("\"\\\"\\\\/\\n\\r\\t\\u0001\\u001fä😀\"");
    }

    @Test
    void replacesAFileAndLeavesNothingElse(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("a/b/report.json");
        JsonFile.write(file, Map.of("run", 1));
        JsonFile.write(file, Map.of("run", 2));
        assertThat(file).hasContent("{\n  \"run\": 2\n}");
        try (Stream<Path> files = Files.list(directory.resolve("a/b"))) {
            assertThat(files).containsExactly(file);
        }
    }
}
