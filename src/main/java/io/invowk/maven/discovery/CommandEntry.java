// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.invkfile.Command;
import java.util.ArrayList;
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

    /** The words of the name that no source shares: those of a module's command begin with the module. */
    List<String> fullWords() {
        List<String> full = new ArrayList<>();
        source.module().ifPresent(full::add);
        full.addAll(command.words());
        return full;
    }

    /** The words of {@link #fullWords()} joined by one space. */
    public String fullName() {
        return String.join(" ", fullWords());
    }

    /** The same command by its full name. */
    CommandEntry byFullName() {
        return new CommandEntry(source, command, fullWords());
    }

    /** The same command by the name that its file gives it. */
    public CommandEntry bySimpleName() {
        return of(source, command);
    }

    boolean startsWith(List<String> prefix) {
        return words.size() >= prefix.size() && words.subList(0, prefix.size()).equals(prefix);
    }
}
