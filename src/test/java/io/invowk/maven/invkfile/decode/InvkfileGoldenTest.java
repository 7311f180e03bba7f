// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.golden.GoldenFiles;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InvkfileGoldenTest {
    private static final GoldenFiles FILES = GoldenFiles.below("invkfile", ".cue", ".golden", ".err");
    private static final Path PLACE = Path.of("/project/invkfile.cue");

    static Stream<GoldenFiles.Input> inputs() {
        return FILES.inputs();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void decodes(GoldenFiles.Input input) {
        Decoded decoded = InvkfileReader.decode(new SourceText("invkfile.cue", input.text()), PLACE);
        if (decoded.invkfile().isPresent()) {
            assertThat(decoded.problems()).isEmpty();
            assertThat(input.name()).startsWith("ok/");
            input.assertOutput(
                    ".golden", InvkfilePrinter.print(decoded.invkfile().get()));
        } else {
            assertThat(input.name()).startsWith("errors/");
            input.assertOutput(".err", kinds(decoded) + "\n" + DiagnosticRenderer.render(decoded.diagnostics()));
        }
    }

    private static String kinds(Decoded decoded) {
        return decoded.problems().stream().map(problem -> problem.kind().name()).collect(Collectors.joining(" "));
    }

    @Test
    void everyOutputHasAnInput() {
        FILES.assertEveryOutputHasAnInput();
    }
}
