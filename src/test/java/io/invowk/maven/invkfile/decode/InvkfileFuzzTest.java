// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.fuzz.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

class InvkfileFuzzTest {
    @TempDir
    private Path directory;

    static List<byte[]> seeds() {
        return Seeds.cueFiles("invkfile");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "/fuzz/cue.dict")
    @DictionaryFile(resourcePath = "/fuzz/invkfile.dict")
    @FuzzTest
    void anyBytesGiveAnInvkfileOrADiagnostic(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("invkfile.cue"), bytes);
        Decoded decoded = InvkfileReader.read(file, directory);
        assertThat(decoded.invkfile().isPresent()).isEqualTo(decoded.problems().isEmpty());
        DiagnosticRenderer.render(decoded.diagnostics());
    }
}
