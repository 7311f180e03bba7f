// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.shell.conformance.HostPrograms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs scripts in our shell, with the programs and files of this machine. */
final class Scripts {
    private final Path directory;

    Scripts(Path directory) {
        this.directory = directory;
    }

    /** What a script answered. */
    record Answer(int status, String output, String errors) {}

    /** Variables that a script begins with; the same for all shells. */
    static Map<String, String> environment(Path directory) {
        return Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "HOME", directory.toString(), "LC_ALL", "C.UTF-8");
    }

    Answer run(String script, String... arguments) throws IOException, InterruptedException {
        return run(script, "", arguments);
    }

    Answer run(String script, String input, String[] arguments) throws IOException, InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = new Shell(HostPrograms.start(), new LocalFiles(), true)
                .run(
                        new Shell.Request(
                                new SourceText("script", script),
                                List.of(arguments),
                                environment(directory),
                                directory),
                        new Shell.Streams(
                                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output, errors));
        return new Answer(status, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }
}
