// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.conformance;

import io.invowk.maven.conformance.Json;
import io.invowk.maven.cue.Cue;
import io.invowk.maven.cue.Evaluation;
import io.invowk.maven.cue.JsonText;
import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers questions about CUE files: one JSON object a line in, one out, until the input ends. */
public final class ConformanceServer {
    private ConformanceServer() {}

    /** Serves standard input and output. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(Json.write(answer(Json.object(line))));
        }
    }

    /** The answer to one request. */
    static Map<String, Object> answer(Map<String, Object> request) throws IOException {
        String file = Json.string(request, "file").orElseThrow();
        SourceText source = new SourceText(file, text(Path.of(file)));
        if (Json.string(request, "mode").orElseThrow().equals("eval")) {
            List<CueError> errors = Cue.check(source).errors();
            return errors.isEmpty() ? Map.of("kind", "ok") : error(errors);
        }
        Evaluation exported = Json.string(request, "expr")
                .map(text -> Cue.evaluate(source, new SourceText("expression", text)))
                .orElseGet(() -> Cue.evaluate(source));
        return exported.value()
                .<Map<String, Object>>map(value -> Map.of("kind", "ok", "json", JsonText.of(value)))
                .orElseGet(() -> error(exported.errors()));
    }

    /** The text of a file as the real implementation reads it: malformed UTF-8 replaced, a byte order mark skipped. */
    private static String text(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The most severe error, of equals the first. */
    private static Map<String, Object> error(List<CueError> errors) {
        CueError error =
                errors.stream().min(Comparator.comparing(CueError::kind)).orElseThrow();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("kind", "error");
        answer.put("class", error.kind().label());
        answer.put("message", error.diagnostic().message());
        answer.put("path", error.path().toString());
        error.diagnostic().place().map(Place::position).ifPresent(at -> {
            answer.put("line", at.line());
            answer.put("col", at.column());
        });
        return answer;
    }
}
