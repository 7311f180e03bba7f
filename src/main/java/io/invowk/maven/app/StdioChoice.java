// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.process.Stdio;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the streams of a command are connected to. */
final class StdioChoice {
    /** What a user wants. */
    enum Mode {
        /** As the goal was called. */
        AUTO,
        /** The streams of Maven itself, however it was called. */
        INHERIT,
        /** Always lines among the messages; a quiet build shows none. */
        LOG,
        /** Always output as it is, and no input. */
        PLAIN
    }

    private StdioChoice() {}

    /**
     * The streams that a user wants. By default the terminal itself if a person called the goal there and nothing runs
     * beside it. Otherwise no input; output as it is in a quiet build, else whole lines among the messages.
     *
     * @param terminal asked last: it costs a process
     */
    static Stdio of(Mode mode, GoalCall call, BooleanSupplier terminal, Messages messages) {
        return switch (mode) {
            case AUTO -> of(call, terminal, messages);
            case INHERIT -> new Stdio.Inherited();
            case LOG -> lines(call, messages);
            case PLAIN -> new Stdio.Unchanged();
        };
    }

    private static Stdio of(GoalCall call, BooleanSupplier terminal, Messages messages) {
        if (call.direct() && call.interactive() && !call.parallel() && terminal.getAsBoolean()) {
            return new Stdio.Inherited();
        }
        if (call.quiet()) {
            return new Stdio.Unchanged();
        }
        return lines(call, messages);
    }

    private static Stdio lines(GoalCall call, Messages messages) {
        String prefix = call.parallel() && !call.module().isEmpty() ? "[" + call.module() + "] " : "";
        Consumer<String> lines = line -> messages.info(prefix + line);
        return new Stdio.Lines(lines, lines);
    }
}
