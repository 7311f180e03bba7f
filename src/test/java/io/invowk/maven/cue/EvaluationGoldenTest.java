// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.golden.GoldenFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationGoldenTest {
    private static final GoldenFiles FILES = GoldenFiles.below("cue/eval", ".cue", ".golden", ".err");

    static Stream<GoldenFiles.Input> inputs() {
        return FILES.inputs();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void givesTheRecordedValueOrErrors(GoldenFiles.Input input) {
        Evaluation evaluation = Cue.evaluate(new SourceText(input.name(), input.text()));
        if (evaluation.value().isPresent()) {
            input.assertOutput(".golden", JsonText.of(evaluation.value().get()));
        } else {
            input.assertOutput(
                    ".err",
                    DiagnosticRenderer.render(evaluation.errors().stream()
                            .map(CueError::diagnostic)
                            .toList()));
        }
    }

    @Test
    void everyOutputHasAnInput() {
        FILES.assertEveryOutputHasAnInput();
    }
}
