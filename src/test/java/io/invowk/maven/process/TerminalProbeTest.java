// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The probe runs in a JVM of its own, in a terminal that {@code script} makes. */
@Timeout(60)
class TerminalProbeTest {
    private static String probe(String program, String... arguments) throws IOException {
        List<String> out = new ArrayList<>();
        CommandLine line = new CommandLine(program, List.of(arguments), Map.of("PATH", "/usr/bin:/bin"), Path.of("/"));
        new ProcessRunner(StopPolicy.WHOLE_TREE).run(line, new Stdio.Lines(out::add, out::add));
        return String.join("\n", out);
    }

    private static String inTerminal(String suffix) throws IOException {
        String command = String.join(" ", ChildJvm.command("terminal")) + suffix;
        return probe("script", "-qec", command, "/dev/null");
    }

    @Test
    void saysNoWithoutATerminal() throws IOException {
        assertThat(probe("sh", "-c", String.join(" ", ChildJvm.command("terminal"))))
                .isEqualTo("false");
    }

    @Test
    void saysYesOnlyWhenBothStreamsAreTerminals() throws IOException {
        assertThat(inTerminal("")).isEqualTo("true");
        assertThat(inTerminal(" </dev/null")).isEqualTo("false");
        assertThat(inTerminal(" | cat")).isEqualTo("false");
    }
}
