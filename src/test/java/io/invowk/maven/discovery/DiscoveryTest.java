// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
    private static final String FILE =
            "cmds: [{name: \"NAME\", implementations: [{script: \"true\", runtimes: [{name: \"native\"}]}]}]";

    @TempDir
    private Path directory;

    @Test
    void takesTheFirstOfBothNames() throws IOException {
        Files.writeString(directory.resolve("invkfile"), FILE.replace("NAME", "second"));
        assertThat(Discovery.project(directory, directory).entries())
                .extracting(CommandEntry::name)
                .containsExactly("second");
        Files.writeString(directory.resolve("invkfile.cue"), FILE.replace("NAME", "first"));
        assertThat(Discovery.project(directory, directory).entries())
                .extracting(CommandEntry::name)
                .containsExactly("first");
    }

    @Test
    void doesNotPassADirectoryOver() throws IOException {
        Files.createDirectory(directory.resolve("invkfile.cue"));
        Files.writeString(directory.resolve("invkfile"), FILE.replace("NAME", "second"));
        assertThatThrownBy(() -> Discovery.project(directory, directory))
                .hasMessage("cannot read \"invkfile.cue\": it is a directory");
    }

    @Test
    void listsWhereItLooked() {
        assertThatThrownBy(() -> Discovery.project(Path.of("/no/project"), directory))
                .hasMessage("""
                        no invkfile in "/no/project"
                            = /no/project/invkfile.cue: no such file
                            = /no/project/invkfile: no such file
                            = help: create invkfile.cue there, or choose other modules with -pl or -N""");
    }
}
