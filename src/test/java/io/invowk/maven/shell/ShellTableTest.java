// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of scripts, in our shell and in others. */
class ShellTableTest {
    private static final Map<String, List<String>> REFERENCES =
            Map.of("dash", List.of("dash"), "bash", List.of("bash", "--posix"));

    /** Makes the reference shells begin as from a terminal; with SIGINT ignored, bash could not trap it. */
    private static final List<String> SIGNALS_AS_USUAL = List.of("env", "--default-signal=INT");

    @TempDir
    private Path directory;

    private static List<String> prefix = List.of();

    @BeforeAll
    static void findsOutWhetherSignalsCanBeReset() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(SIGNALS_AS_USUAL);
        words.add("true");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        prefix = process.waitFor() == 0 ? SIGNALS_AS_USUAL : List.of();
    }

    private static List<TableRow> rows() throws IOException {
        List<TableRow> rows = new ArrayList<>(TableRow.read("posix.txt"));
        rows.addAll(TableRow.read("bash.txt"));
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void oursAnswersAsTheTableSays(TableRow row) throws IOException, InterruptedException {
        Scripts.Answer answer = new Scripts(directory).run(row.script());
        assertThat(answer.output()).as(answer.errors()).isEqualTo(row.output());
        assertThat(answer.status()).as(answer.errors()).isEqualTo(row.status());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void dashAnswersAsTheTableSays(TableRow row) throws IOException, InterruptedException {
        check("dash", row);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void bashAnswersAsTheTableSays(TableRow row) throws IOException, InterruptedException {
        check("bash", row);
    }

    private void check(String name, TableRow row) throws IOException, InterruptedException {
        assumeTrue(isInstalled(name), name + " is not installed");
        Path script = Files.writeString(Files.createTempFile("row", ".sh"), row.script());
        try {
            List<String> words = new ArrayList<>(prefix);
            words.addAll(REFERENCES.getOrDefault(name, List.of()));
            words.add(script.toString());
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().putAll(Scripts.environment(directory));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean same = process.waitFor() == row.status() && output.equals(row.output());
            assertThat(same)
                    .as("%s answered %s", name, output)
                    .isNotEqualTo(row.different().contains(name));
        } finally {
            Files.delete(script);
        }
    }

    /** In CI nothing may be missing. */
    private static boolean isInstalled(String name) {
        return "true".equals(System.getenv("CI"))
                || Files.isExecutable(Path.of("/bin", name))
                || Files.isExecutable(Path.of("/usr/bin", name));
    }
}
