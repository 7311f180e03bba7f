// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandSource;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.invkfile.decode.InvkfileReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescribeCommandTest {
    private static final String FILE = """
            workdir: "base"
            env: {files: ["a.env?"], vars: TOKEN: "hidden"}
            depends_on: tools: [{alternatives: ["git", "hg"]}]
            cmds: [{
            	name:        "build all"
            	description: "Compile"
            	args: [{name: "what", description: "Which part"}]
            	flags: [{name: "fast", description: "Hurry", type: "bool", short: "f"}]
            	env: {files: ["b.env"], vars: LEVEL: "1"}
            	workdir: "sub"
            	depends_on: cmds: [{alternatives: ["tools clean"]}]
            	implementations: [{
            		script: "scripts/build.sh"
            		runtimes: [
            			{name: "native", interpreter: "bash -e"},
            			{
            				name:  "container"
            				image: "debian:stable-slim"
            				volumes: ["./cache:/cache:ro"]
            				ports: ["8080:80"]
            				env_inherit_mode: "allow"
            				env_inherit_allow: ["LANG"]
            				env_inherit_deny: ["SECRET"]
            			},
            		]
            		platforms: [{name: "linux"}]
            		env: vars: ONE: "x"
            		depends_on: filepaths: [{alternatives: ["pom.xml"]}]
            	}, {
            		script: "make"
            		runtimes: [{name: "virtual"}]
            		platforms: [{name: "macos"}]
            		workdir: "there"
            	}]
            }, {
            	name: "build none"
            	implementations: [{script: "true", runtimes: [{name: "native"}]}]
            }]
            """;

    private static List<String> describe(String words) {
        Path file = Path.of("/project/tools.invkmod/invkfile.cue");
        CommandCatalog catalog = CommandCatalog.of(List.of(CommandSource.module(
                "tools",
                InvkfileReader.decode(new SourceText("tools.invkmod/invkfile.cue", FILE), file)
                        .orThrow())));
        return DescribeCommand.lines(
                catalog,
                CommandWords.of(words, List.of()),
                Optional.empty(),
                new Viewpoint(Platform.LINUX, Optional.empty()));
    }

    @Test
    void tellsAllButValuesOfVariables() {
        assertThat(describe("@tools build all"))
                .containsExactly(
                        "build all - Compile [native*, container]",
                        "defined at tools.invkmod/invkfile.cue:4:8",
                        "",
                        "usage: build all [<what>]",
                        "  what  string: Which part",
                        "",
                        "flags:",
                        "  -f, --fast: Hurry",
                        "",
                        "source: tools.invkmod, full name: tools build all",
                        "working directory: sub",
                        "",
                        "environment, later ones win:",
                        "  files of the file: a.env (may be missing)",
                        "  files of the command: b.env",
                        "  variables of the file: TOKEN",
                        "  variables of the command: LEVEL",
                        "",
                        "implementation 1:",
                        "  platforms: linux",
                        "  script: scripts/build.sh",
                        "  runtime: native*",
                        "    interpreter: bash -e",
                        "  runtime: container",
                        "    image: debian:stable-slim",
                        "    volume: ./cache:/cache:ro",
                        "    port: 8080:80",
                        "    inherits variables: allow",
                        "    inherits: LANG",
                        "    never inherits: SECRET",
                        "  variables of the implementation: ONE",
                        "  needs file: pom.xml",
                        "",
                        "implementation 2:",
                        "  platforms: macos",
                        "  script: tools.invkmod/invkfile.cue:30:11",
                        "  runtime: virtual",
                        "  working directory: there",
                        "",
                        "depends on:",
                        "  needs tool: git or hg",
                        "  needs command: tools clean");
    }

    @Test
    void listsAGroupOrAll() {
        assertThat(describe("")).contains("Available Commands", "From tools.invkmod:");
        assertThat(describe("build")).contains("From tools.invkmod:", "  build none [native*] (linux, macos, windows)");
    }

    @Test
    void helpsWithNames() {
        assertThatThrownBy(() -> describe("build al")).hasMessageContaining("did you mean \"build all\"?");
    }
}
