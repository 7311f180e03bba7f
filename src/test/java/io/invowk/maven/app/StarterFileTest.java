// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.CommandSource;
import io.invowk.maven.invkfile.decode.InvkfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterFileTest {
    @TempDir
    private Path directory;

    @Test
    void isValid() throws IOException {
        Path file = StarterFile.write(directory);
        assertThat(file).isEqualTo(directory.resolve("invkfile.cue"));
        CommandCatalog catalog = CommandCatalog.of(List.of(
                CommandSource.project(InvkfileReader.read(file, directory).orThrow())));
        assertThat(catalog.entries()).extracting(CommandEntry::name).containsExactly("greet", "show version");
        assertThat(file)
                .content()
                .startsWith("// The commands of this project.")
                .doesNotContain("SPDX");
    }

    @Test
    void neverOverwrites() throws IOException {
        Path file = Files.writeString(directory.resolve("invkfile"), "mine");
        assertThatThrownBy(() -> StarterFile.write(directory)).hasMessage("""
                "%s" exists already; nothing was written
                    = help: edit it, or remove it first""".formatted(file));
        assertThat(file).hasContent("mine");
        assertThat(directory.resolve("invkfile.cue")).doesNotExist();
    }
}
