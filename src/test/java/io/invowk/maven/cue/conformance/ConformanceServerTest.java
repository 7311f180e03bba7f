// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.conformance.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceServerTest {
    @TempDir
    private Path folder;

    private Map<String, Object> answer(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("in.cue"), text);
        return ConformanceServer.answer(Map.of("file", file.toString(), "mode", "export"));
    }

    @Test
    void tellsWhereAFileDoesNotParse() throws IOException {
        assertThat(answer("a: 1\nb: ]"))
                .containsEntry("kind", "error")
                .containsEntry("class", "parse")
                .containsEntry("line", 2)
                .containsEntry("col", 4);
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        assertThat(answer("\uFEFFa: 1")).isEqualTo(Map.of("kind", "ok", "json", "{\n    \"a\": 1\n}"));
    }

    @Test
    void exportsAnExpressionInTheScopeOfTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("in.cue"), "a: string\nb: {c: 2}");
        assertThat(ConformanceServer.answer(Map.of("file", file.toString(), "mode", "export", "expr", "b.c + 1")))
                .isEqualTo(Map.of("kind", "ok", "json", "3"));
    }

    @Test
    void acceptsIncompleteValuesWhereOnlyEvaluating() throws IOException {
        Path file = Files.writeString(folder.resolve("in.cue"), "a: string");
        assertThat(ConformanceServer.answer(Map.of("file", file.toString(), "mode", "eval")))
                .isEqualTo(Map.of("kind", "ok"));
        assertThat(answer("a: string")).containsEntry("class", "incomplete").containsEntry("path", "a");
    }

    @Test
    void readsJson() {
        assertThat(Json.object("{\"a\\u00e9\\n\" : [1.50, true, {}, []], \"b\": \"\\\"\\\\/\\/\"}"))
                .isEqualTo(Map.of("aé\n", List.of(new BigDecimal("1.50"), true, Map.of(), List.of()), "b", "\"\\//"));
    }

    @Test
    void writesJsonInAsciiOnOneLine() {
        assertThat(Json.write(Map.of("é😀", "\"\\\n\t\u2028")))
                .isEqualTo("{\"\\u00e9\\ud83d\\ude00\": \"\\\"\\\\\\u000a\\u0009\\u2028\"}");
        assertThat(Json.write(7)).isEqualTo("7");
    }
}
