// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.Word;
import java.util.List;

/** What the user's words ask for. */
public sealed interface Invocation {
    /** Whether progress is to be told in detail. */
    boolean verbose();

    /**
     * Run a command.
     *
     * @param flags the command's own, in the order given
     * @param arguments positional words
     */
    record Run(CommandEntry entry, RunOptions options, List<GivenOption> flags, List<Word> arguments, boolean verbose)
            implements Invocation {
        public Run {
            flags = List.copyOf(flags);
            arguments = List.copyOf(arguments);
        }

        /** The same with other options. */
        public Run with(RunOptions other) {
            return new Run(entry, other, flags, arguments, verbose);
        }
    }

    /** Describe one command. */
    record Help(CommandEntry entry, boolean verbose) implements Invocation {}

    /** List some commands. */
    record Listing(List<CommandEntry> entries, boolean verbose) implements Invocation {
        public Listing {
            entries = List.copyOf(entries);
        }
    }
}
