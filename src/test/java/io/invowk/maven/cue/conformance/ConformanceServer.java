// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.conformance;

import io.invowk.maven.cue.syntax.Parser;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Position;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers questions about CUE files: one JSON object a line in, one out, until the input ends.
 *
 * <p>It tells files that parse from those that do not; that a file means something is answered with class {@code other}.
 */
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
        Optional<String> expr = Json.string(request, "expr");
        try {
            Parser.parse(new SourceText(file, text(Path.of(file))));
            expr.ifPresent(text -> Parser.parseExpression(new SourceText("expression", text)));
            return Map.of("kind", "error", "class", "other", "message", "parsed, not evaluated");
        } catch (UserException e) {
            return error("parse", e.diagnostics().get(0));
        }
    }

    /** The text of a file as the real implementation reads it: malformed UTF-8 replaced, a byte order mark skipped. */
    private static String text(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Map<String, Object> error(String kind, Diagnostic diagnostic) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("kind", "error");
        answer.put("class", kind);
        answer.put("message", diagnostic.message());
        Optional<Position> position = diagnostic.place().map(Place::position);
        position.ifPresent(at -> {
            answer.put("line", at.line());
            answer.put("col", at.column());
        });
        return answer;
    }
}
