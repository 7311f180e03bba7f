// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

class CueFuzzTest {
    static List<byte[]> seeds() {
        return Seeds.cueFiles("cue");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "/fuzz/cue.dict")
    @DictionaryFile(resourcePath = "/fuzz/cue-packages.dict")
    @FuzzTest
    void anyBytesGiveAValueOrADiagnostic(byte[] bytes) {
        Evaluation evaluation = Cue.evaluate(new SourceText("x.cue", new String(bytes, StandardCharsets.UTF_8)));
        assertThat(evaluation.value().isPresent()).isEqualTo(evaluation.errors().isEmpty());
        evaluation.value().ifPresent(JsonText::of);
        DiagnosticRenderer.render(
                evaluation.errors().stream().map(CueError::diagnostic).toList());
    }
}
