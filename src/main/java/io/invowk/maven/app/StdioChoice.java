// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.process.Stdio;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the streams of a command are connected to. */
final class StdioChoice {
    private StdioChoice() {}

    /**
     * The terminal itself if a person called the goal there and nothing runs beside it. Otherwise no input; output as it
     * is in a quiet build, else whole lines among the messages.
     *
     * @param terminal asked last: it costs a process
     */
    static Stdio of(GoalCall call, BooleanSupplier terminal, Messages messages) {
        if (call.direct() && call.interactive() && !call.parallel() && terminal.getAsBoolean()) {
            return new Stdio.Inherited();
        }
        if (call.quiet()) {
            return new Stdio.Unchanged();
        }
        String prefix = call.parallel() && !call.module().isEmpty() ? "[" + call.module() + "] " : "";
        Consumer<String> lines = line -> messages.info(prefix + line);
        return new Stdio.Lines(lines, lines);
    }
}
