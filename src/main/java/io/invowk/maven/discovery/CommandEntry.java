// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.invkfile.Command;
import java.util.List;

/**
 * A command and the source it comes from.
 *
 * @param words the words of its name, at least one
 */
public record CommandEntry(CommandSource source, Command command, List<String> words) {
    public CommandEntry {
        words = List.copyOf(words);
    }

    static CommandEntry of(CommandSource source, Command command) {
        return new CommandEntry(source, command, command.words());
    }

    /** The words joined by one space. */
    public String name() {
        return String.join(" ", words);
    }

    boolean startsWith(List<String> prefix) {
        return words.size() >= prefix.size() && words.subList(0, prefix.size()).equals(prefix);
    }
}
