// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.golden.GoldenFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file gives its tree ({@code .golden}) or its diagnostics ({@code .err}). */
class ParserGoldenTest {
    private static final GoldenFiles FILES = GoldenFiles.below("cue/syntax", ".cue", ".golden", ".err");

    static Stream<GoldenFiles.Input> inputs() {
        return FILES.inputs();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void givesTheRecordedTreeOrDiagnostics(GoldenFiles.Input input) {
        SourceText source = new SourceText(input.name(), input.text());
        try {
            input.assertOutput(".golden", TreeDump.of(Parser.parse(source)));
        } catch (UserException e) {
            input.assertOutput(".err", DiagnosticRenderer.render(e.diagnostics()));
        }
    }

    @Test
    void everyRecordedOutputHasAnInput() {
        FILES.assertEveryOutputHasAnInput();
    }
}
