// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.process.CommandLine;
import io.invowk.maven.process.ProcessRunner;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.process.StopPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
    @Test
    void quotesSoThatAShellReadsTheSameValues(@TempDir Path directory) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUOTES", "a'b''c\"d`e$(f)$g\\h\\");
        environment.put("LINES", "\n one\n\ntwo\r\n\n");
        environment.put("EMPTY", "");
        environment.put("CONTROLS", "\t\001\033[1m\177 ünï 😀 ;&|<>#!*?~{}");
        Path file = Files.write(directory.resolve("env"), EnvFile.bytes(environment));
        StringBuilder expected = new StringBuilder();
        StringBuilder script = new StringBuilder(". ./env; printf '<%s>'");
        environment.forEach((name, value) -> {
            script.append(" \"$").append(name).append('"');
            expected.append('<').append(value).append('>');
        });
        for (String shell : List.of("sh", "bash", "dash")) {
            List<String> lines = new ArrayList<>();
            CommandLine line =
                    new CommandLine(shell, List.of("-c", script + " >out"), Map.of("PATH", "/usr/bin:/bin"), directory);
            new ProcessRunner(StopPolicy.WHOLE_TREE).run(line, new Stdio.Lines(lines::add, lines::add));
            assertThat(lines).isEmpty();
            assertThat(directory.resolve("out")).hasContent(expected.toString());
        }
        assertThat(file).exists();
    }

    @Test
    void leavesOutNamesThatNoShellCanSet() throws IOException {
        Map<String, String> environment =
                Map.of("A", "1", "_b2", "2", "a-b", "3", "2x", "4", "a b", "5", "ü", "6", "x;id", "7");
        assertThat(new String(EnvFile.bytes(environment), StandardCharsets.UTF_8).lines())
                .containsExactlyInAnyOrder("export A='1'", "export _b2='2'");
    }

    @Test
    void namesTheVariableThatHoldsANulCharacter() {
        assertThatThrownBy(() -> EnvFile.bytes(Map.of("A", "secret\0")))
                .isInstanceOf(IOException.class)
                .hasMessage("variable \"A\" holds a NUL character");
    }
}
