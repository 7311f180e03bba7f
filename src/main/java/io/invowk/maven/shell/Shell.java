// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.interp.ShellRun;
import io.invowk.maven.shell.port.FileAccess;
import io.invowk.maven.shell.port.Programs;
import io.invowk.maven.shell.syntax.AliasLookup;
import io.invowk.maven.shell.syntax.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A POSIX shell in this JVM: script in, exit status out. */
public final class Shell {
    private final Programs programs;
    private final FileAccess files;
    private final boolean utilities;

    /**
     * A shell that reaches the machine through these ports.
     *
     * @param utilities whether the utilities that are inside win over programs of the same name
     */
    public Shell(Programs programs, FileAccess files, boolean utilities) {
        this.programs = programs;
        this.files = files;
        this.utilities = utilities;
    }

    /**
     * One run of a script.
     *
     * @param arguments {@code $1} and so on
     * @param environment all variables that the script begins with
     * @param directory its working directory
     */
    public record Request(SourceText script, List<String> arguments, Map<String, String> environment, Path directory) {
        public Request {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }

    /** Where a script reads and writes; the streams stay open. */
    public record Streams(InputStream input, OutputStream output, OutputStream errors) {}

    /**
     * Reports the first syntax error of a script, and runs nothing.
     *
     * @throws UserException if there is one
     */
    public static void check(SourceText script) {
        Parser.parse(script, AliasLookup.NONE);
    }

    /**
     * Runs a script to its end and that of all that it started.
     *
     * @return its exit status
     * @throws UserException if it has a syntax error; then nothing ran
     * @throws InterruptedException if this thread was interrupted; all that ran has ended
     * @throws IOException if temporary files cannot be removed
     */
    public int run(Request request, Streams streams) throws InterruptedException, IOException {
        return run(request, streams, Duration.ZERO).orElseThrow();
    }

    /**
     * The same for at most a limited time.
     *
     * @param limit zero: no limit
     * @return the exit status; empty if the limit was over, and all that ran has ended
     */
    public OptionalInt run(Request request, Streams streams, Duration limit) throws InterruptedException, IOException {
        try (ShellRun run = new ShellRun(programs, files, utilities, request.environment(), request.directory())) {
            return run.run(
                    request.script(), request.arguments(), streams.input(), streams.output(), streams.errors(), limit);
        }
    }
}
