// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.fuzz.FuzzRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InvkfileFuzzTest {
    @Test
    void anyTextGivesAnInvkfileOrADiagnostic() {
        FuzzRun.over("invkfile", InvkfileFuzzTest::decode);
    }

    private static void decode(String text) {
        Decoded decoded = InvkfileReader.decode(new SourceText("invkfile.cue", text), Path.of("/p/invkfile.cue"));
        assertThat(decoded.invkfile().isPresent()).isEqualTo(decoded.problems().isEmpty());
        DiagnosticRenderer.render(decoded.diagnostics());
    }
}
