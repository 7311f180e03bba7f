// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.invkfile.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

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
        return new CommandEntry(source, command, nameWords(command.name()));
    }

    /** The words joined by one space. */
    public String name() {
        return String.join(" ", words);
    }

    /** The words of a name that was written as one text. */
    public static List<String> nameWords(String name) {
        List<String> words = new ArrayList<>();
        for (StringTokenizer rest = new StringTokenizer(name); rest.hasMoreTokens(); ) {
            words.add(rest.nextToken());
        }
        return words;
    }

    boolean startsWith(List<String> prefix) {
        return words.size() >= prefix.size() && words.subList(0, prefix.size()).equals(prefix);
    }
}
