// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(named = "golden.update", matches = "true", disabledReason = "outputs are rewritten")
class GoldenFilesTest {
    @TempDir
    private Path folder;

    private GoldenFiles files;

    @BeforeEach
    void writeOnePair() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/one.in"), "question");
        Files.writeString(folder.resolve("sub/one.golden"), "answer\n");
        // An absolute path replaces the folder that it is resolved against.
        files = GoldenFiles.below(folder.toAbsolutePath().toString(), ".in", ".golden", ".err");
    }

    private GoldenFiles.Input one() {
        return files.inputs().findFirst().orElseThrow();
    }

    @Test
    void findsInputsInSubfoldersAndNamesThemWithoutTheFolder() {
        assertThat(files.inputs()).hasSize(1);
        assertThat(one().name()).isEqualTo("sub/one.in");
        assertThat(one().text()).isEqualTo("question");
    }

    @Test
    void acceptsTheRecordedOutput() {
        one().assertOutput(".golden", "answer");
    }

    @Test
    void refusesAnotherOutput() {
        assertThatThrownBy(() -> one().assertOutput(".golden", "other")).isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesAnOutputOfTheOtherKind() {
        assertThatThrownBy(() -> one().assertOutput(".err", "answer"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("one.golden");
    }

    @Test
    void refusesAMissingOutput() throws IOException {
        Files.delete(folder.resolve("sub/one.golden"));
        assertThatThrownBy(() -> one().assertOutput(".golden", "answer"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dgolden.update");
    }

    @Test
    void refusesAnOutputWithoutInput() throws IOException {
        files.assertEveryOutputHasAnInput();
        Files.writeString(folder.resolve("two.err"), "");
        assertThatThrownBy(() -> files.assertEveryOutputHasAnInput())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("two.err");
    }

    @Test
    void refusesAFolderWithoutInputs() throws IOException {
        Files.delete(folder.resolve("sub/one.in"));
        assertThatThrownBy(() -> files.inputs()).isInstanceOf(AssertionError.class);
    }
}
