// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.fuzz.FuzzRun;
import org.junit.jupiter.api.Test;

class CueFuzzTest {
    @Test
    void anyTextGivesAValueOrADiagnostic() {
        FuzzRun.over("cue", CueFuzzTest::evaluate);
    }

    private static void evaluate(String text) {
        Evaluation evaluation = Cue.evaluate(new SourceText("x.cue", text));
        assertThat(evaluation.value().isPresent()).isEqualTo(evaluation.errors().isEmpty());
        evaluation.value().ifPresent(JsonText::of);
        DiagnosticRenderer.render(
                evaluation.errors().stream().map(CueError::diagnostic).toList());
    }
}
