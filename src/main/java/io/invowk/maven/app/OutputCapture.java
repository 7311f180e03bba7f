// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.process.ScratchDirectory;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.runtime.CommandRuntime;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where standard output of a command goes instead of the log, as it was asked for.
 *
 * @param file absolute; empty: none is kept
 * @param property of the project that gets it as text; empty: none does
 */
public record OutputCapture(Optional<Path> file, Optional<String> property) {
    /** Output goes where standard error goes. */
    public static final OutputCapture NONE = new OutputCapture(Optional.empty(), Optional.empty());

    private static final String SCRATCH = "invowk-output-";

    /**
     * What came of a run, and what it wrote.
     *
     * @param output without the line breaks at its end, as {@code $(...)} of a shell; empty if it was not wanted
     */
    record Captured(Outcome outcome, Optional<String> output) {}

    /** Whether output goes anywhere but where standard error goes. */
    boolean isAsked() {
        return property.isPresent() || file.isPresent();
    }

    /**
     * Runs a plan.
     *
     * @param streams of a run whose output is not captured
     */
    Captured run(CommandRuntime runtime, ExecutionPlan plan, Stdio streams)
            throws IOException, EngineUnavailableException {
        if (file.isPresent()) {
            Path output = file.get();
            Path directory = output.getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Outcome outcome = runtime.run(plan, new Stdio.OutputFile(output, streams));
            return new Captured(outcome, property.isPresent() ? Optional.of(text(output)) : Optional.empty());
        }
        if (property.isEmpty()) {
            return new Captured(runtime.run(plan, streams), Optional.empty());
        }
        Path parent = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        try (ScratchDirectory scratch = ScratchDirectory.create(parent, SCRATCH)) {
            Path output = scratch.path().resolve("output");
            return new Captured(runtime.run(plan, new Stdio.OutputFile(output, streams)), Optional.of(text(output)));
        }
    }

    /** A malformed byte becomes U+FFFD. */
    private static String text(Path output) throws IOException {
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
