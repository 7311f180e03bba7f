// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateFilesTest {
    private static final String IMPLEMENTATIONS =
            "implementations: [{script: \"true\", runtimes: [{name: \"native\"}]}]";

    private final RecordedMessages messages = new RecordedMessages();

    @TempDir
    private Path directory;

    private Path reportFile;

    @BeforeEach
    void writeFiles() throws IOException {
        reportFile = directory.resolve("target/validate.json");
        Files.writeString(directory.resolve("good.cue"), "cmds: [{name: \"a\", " + IMPLEMENTATIONS + "}]");
        Files.createDirectory(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub/invkfile.cue"), """
                cmds: [
                  {
                    name: "a"
                    args: [{name: "x", description: "An x"}]
                    IMPLEMENTATIONS
                  },
                  {name: "a b", IMPLEMENTATIONS},
                ]
                """.replace("IMPLEMENTATIONS", IMPLEMENTATIONS));
        Files.createDirectory(directory.resolve("empty"));
    }

    private List<Path> paths(String... names) {
        return List.of(names).stream().map(directory::resolve).toList();
    }

    @Test
    void saysHowManyCommandsAreThere() throws IOException {
        assertThat(new ValidateFiles(directory, messages).validate(paths("good.cue"), reportFile))
                .isEmpty();
        assertThat(messages.lines).containsExactly("i good.cue: valid, 1 command");
        assertThat(reportFile).hasContent("""
                {
                  "files": [
                    {
                      "file": "good.cue",
                      "valid": true,
                      "problems": []
                    }
                  ]
                }""");
    }

    @Test
    void reportsTheProblemsOfAllFiles() throws IOException {
        assertThat(new ValidateFiles(directory, messages)
                        .validate(paths("sub", "good.cue", "empty", "missing.cue"), reportFile))
                .contains("""
                        sub/invkfile.cue:2:3: error: Invalid command structure: command "a" has both arguments and sub-commands
                          2 |   {
                            |   ^
                            = its arguments: x
                            = sub-command "a b": sub/invkfile.cue:7:3
                            = help: remove args from "a", or rename one of them
                        no invkfile in "DIR/empty"
                            = DIR/empty/invkfile.cue: no such file
                            = DIR/empty/invkfile: no such file
                            = help: create invkfile.cue there (mvn invowk:init writes one), choose other modules with -pl or -N, or take the commands of the root with -Dinvowk.useRootCommands
                        cannot read "missing.cue": there is no such file
                        3 of 4 files not valid""".replace("DIR", directory.toString()));
        assertThat(messages.lines).containsExactly("i good.cue: valid, 1 command");
        assertThat(reportFile)
                .content()
                .contains("""
                    {
                      "file": "sub/invkfile.cue",
                      "valid": false,
                      "problems": [
                        {
                          "kind": "struct",
                          "line": 2,
                          "column": 3,
                          "message": "Invalid command structure: command \\"a\\" has both arguments and sub-commands",
                          "notes": [
                            "its arguments: x",
                            "sub-command \\"a b\\": sub/invkfile.cue:7:3"
                          ],
                          "help": "remove args from \\"a\\", or rename one of them"
                        }
                      ]
                    }""".indent(4).stripTrailing())
                .contains("\"kind\": \"io\",\n          \"message\": \"cannot read");
    }
}
