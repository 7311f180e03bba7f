// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asks whether a person sits at the other end of the standard streams. */
public final class TerminalProbe {
    private TerminalProbe() {}

    /**
     * Whether standard input and standard output are both terminals. A child answers, since {@code System.console()}
     * answers differently from one JDK to the next. Without a POSIX shell the answer is no.
     */
    public static boolean stdinAndStdoutAreTerminals() {
        CommandLine test = new CommandLine(
                "sh",
                List.of("-c", "test -t 0 && test -t 1"),
                Map.of(),
                Path.of("").toAbsolutePath());
        try {
            return new ProcessRunner(StopPolicy.WHOLE_TREE)
                    .run(test, new Stdio.Inherited())
                    .isSuccess();
        } catch (IOException e) {
            return false;
        }
    }
}
