// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import static io.invowk.maven.check.Needs.check;
import static io.invowk.maven.plan.InvkfileFixture.virtualRuntime;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The column "virtual" of the table in execution.md §8. */
class VirtualProbesTest {
    @TempDir
    Path directory;

    private Checked checked;

    @BeforeEach
    void prepare() {
        checked = new Checked(directory);
    }

    private String problem(Needs needs) throws Exception {
        return checked.problem(needs, virtualRuntime());
    }

    @Test
    void looksForToolsAsTheScriptWould() throws Exception {
        assertThat(problem(new Needs().tool("sh").tool("export").tool("none", "cd")))
                .isEmpty();
        assertThat(problem(new Needs().tool("none").tool("-p"))).isEqualTo("""
                        invkfile.cue:1:1: error: command "build" needs the tool "none"
                          1 | none
                            | ^^^^
                            = none: neither on the command's PATH nor in the virtual shell
                            = help: install it, or put its directory on the command's PATH
                        invkfile.cue:1:1: error: command "build" needs the tool "-p"
                          1 | -p
                            | ^^
                            = -p: neither on the command's PATH nor in the virtual shell
                            = help: install it, or put its directory on the command's PATH""");
    }

    @Test
    void needsNoShellOfTheMachine() throws Exception {
        checked.env = Map.of("PATH", "");
        assertThat(problem(new Needs().tool("grep").check(check("shell", "printf 'a\\nb\\n' | grep b", 0, "^b$"))))
                .isEmpty();
        assertThat(problem(new Needs().tool("sh"))).contains("= sh: neither");
    }

    @Test
    void runsChecksWithTheEnvironmentAndTheDirectoryOfTheCommand() throws Exception {
        assertThat(problem(new Needs()
                        .check(check("directory", "pwd", 0, "^" + directory.toRealPath() + "$"))
                        .check(check("environment", "echo $IN_FILE,$ARG1,$1", 0, "^yes,word,$"))
                        .check(check("input", "cat", 0, "^$"))))
                .isEmpty();
        assertThat(checked.containers).isEmpty();
    }

    @Test
    void judgesChecksByStatusAndThenByOutputWithErrorsAtItsEnd() throws Exception {
        assertThat(problem(new Needs()
                        .check(check("status", "exit 3", 3, null))
                        .check(check("output", "echo err >&2; echo out", 0, "^out\nerr$"))
                        .check(check("first", "false"), check("second", "true"))))
                .isEmpty();
        assertThat(problem(new Needs().check(check("status", "exit 1")).check(check("syntax", "if", 2, null))))
                .contains("= status: exit status 1, expected 0; it wrote nothing")
                .contains("= syntax: it cannot be run: ");
    }

    @Test
    void endsACheckWhoseTimeIsOver() throws Exception {
        checked.limit = Duration.ofSeconds(1);
        assertThat(problem(new Needs().check(check("slow", "while :; do :; done"))))
                .contains("= slow: not done after 1 s; ");
    }

    @Test
    void looksAtFilesOfThisMachine() throws Exception {
        Files.writeString(directory.resolve("here"), "");
        assertThat(problem(new Needs().file("r", "here"))).isEmpty();
        assertThat(problem(new Needs().file("r", "gone"))).contains("= gone: ");
    }
}
