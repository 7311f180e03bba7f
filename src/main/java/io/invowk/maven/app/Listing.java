// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.CommandSource;
import io.invowk.maven.invkfile.Command;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.plan.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Commands as a list that people read: by source, in file order. */
final class Listing {
    private Listing() {}

    /** @param verbose whether the files come first, with what they hold */
    static List<String> lines(List<CommandEntry> entries, Platform platform, boolean verbose) {
        List<CommandSource> sources =
                entries.stream().map(CommandEntry::source).distinct().toList();
        List<String> lines = new ArrayList<>();
        if (verbose) {
            for (CommandSource source : sources) {
                lines.add(source.invkfile().file() + " (" + source.id() + ", "
                        + source.invkfile().commands().size() + " commands)");
            }
            lines.add(sources.size() + " files, " + entries.size() + " commands");
            lines.add("");
        }
        lines.add("Available Commands");
        lines.add("  (* = default runtime)");
        for (CommandSource source : sources) {
            lines.add("");
            lines.add("From " + source.id() + ":");
            entries.stream()
                    .filter(entry -> entry.source().equals(source))
                    .forEach(entry -> lines.add("  " + line(entry, platform)));
        }
        return lines;
    }

    private static String line(CommandEntry entry, Platform platform) {
        return entry.name()
                + entry.command()
                        .description()
                        .map(text -> " - " + text.strip())
                        .orElse("")
                + runtimes(entry.command(), platform)
                + Selection.platforms(entry.command()).stream()
                        .map(Platform::label)
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** The runtimes for this platform, a star after the default; nothing if it has none. */
    static String runtimes(Command command, Platform platform) {
        List<String> names = new ArrayList<>(Selection.runtimes(command, platform));
        if (names.isEmpty()) {
            return "";
        }
        names.set(0, names.get(0) + "*");
        return " [" + String.join(", ", names) + "]";
    }
}
