// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import io.invowk.maven.host.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds out which of our standard streams are terminals. */
public final class TerminalProbe {
    private static final int STDIN = 1;
    private static final int STDOUT = 2;

    /** Exits with the sum of the two numbers above. */
    private static final String TEST =
            "status=0; ! test -t 0 || status=1; ! test -t 1 || status=$((status + 2)); exit ${status}";

    private TerminalProbe() {}

    /**
     * Asks a child, since {@code System.console()} answers differently from one JDK to the next. Without a POSIX shell no
     * stream counts as a terminal.
     */
    public static Terminal probe() {
        CommandLine test =
                new CommandLine("sh", List.of("-c", TEST), Map.of(), Path.of("").toAbsolutePath());
        try {
            int status = new ProcessRunner(StopPolicy.WHOLE_TREE)
                    .run(test, new Stdio.Inherited())
                    .value();
            boolean answered = status <= STDIN + STDOUT;
            return new Terminal(answered && (status & STDIN) != 0, answered && (status & STDOUT) != 0);
        } catch (IOException e) {
            return Terminal.NONE;
        }
    }
}
