// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.invowk.maven.conformance.Json;
import io.invowk.maven.cue.syntax.Parser;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which files parse, and on which line the others do not, as the real implementation says. */
class RecordedParseTest {
    private static final Path CASES = Path.of("..", "shared", "corpus", "cue");

    @Test
    void agreesWithEveryRecordedCase() throws IOException {
        assumeTrue(Files.isDirectory(CASES), () -> "no recorded cases in " + CASES);
        List<String> differences = new ArrayList<>();
        List<Path> cases;
        try (Stream<Path> folders = Files.list(CASES)) {
            cases = folders.sorted().toList();
        }
        for (Path folder : cases) {
            Map<String, Object> expected = Json.object(Files.readString(folder.resolve("expect.json")));
            if (!expected.containsKey("marks")) {
                String want = Json.string(expected, "class").equals(Optional.of("parse"))
                        ? "error on line " + Json.integer(expected, "line").orElseThrow()
                        : "ok";
                String got = parse(folder.resolve("in.cue"));
                if (!got.startsWith(want)) {
                    differences.add(folder.getFileName() + ": recorded " + want + ", parsed " + got);
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(1000);
        assertThat(differences).isEmpty();
    }

    private static String parse(Path file) throws IOException {
        try {
            Parser.parse(new SourceText("in.cue", Files.readString(file)));
            return "ok";
        } catch (UserException e) {
            Diagnostic first = e.diagnostics().get(0);
            return "error on line " + first.place().orElseThrow().position().line() + ": " + first.message();
        }
    }
}
