// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.CommandSource;
import io.invowk.maven.invkfile.Command;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.plan.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Commands as a list that people read: by source, in file order. */
final class Listing {
    private Listing() {}

    /** @param verbose whether the files come first, with what they hold */
    static List<String> lines(List<CommandEntry> entries, Viewpoint viewpoint, boolean verbose) {
        List<List<CommandEntry>> groups = CommandCatalog.bySource(entries);
        Set<String> ambiguous = ambiguous(groups);
        List<String> lines = new ArrayList<>();
        if (verbose) {
            Map<Path, CommandSource> files = new LinkedHashMap<>();
            entries.forEach(entry -> files.putIfAbsent(entry.source().invkfile().file(), entry.source()));
            files.forEach((file, source) -> lines.add(file + " (" + source.title() + ", "
                    + Count.of(source.invkfile().commands().size(), "command") + ")"));
            lines.add(Count.of(files.size(), "file") + ", " + Count.of(entries.size(), "command"));
            lines.add("");
        }
        lines.add("Available Commands");
        lines.add("  (* = default runtime)");
        for (List<CommandEntry> group : groups) {
            lines.add("");
            lines.add("From " + group.get(0).source().title() + ":");
            group.forEach(entry -> lines.add("  " + line(entry, ambiguous.contains(entry.name()), viewpoint)));
        }
        return lines;
    }

    /** The names that commands of several sources have. */
    private static Set<String> ambiguous(List<List<CommandEntry>> groups) {
        Set<String> seen = new HashSet<>();
        Set<String> ambiguous = new HashSet<>();
        for (List<CommandEntry> group : groups) {
            Set<String> names = group.stream().map(CommandEntry::name).collect(Collectors.toSet());
            names.stream().filter(name -> !seen.add(name)).forEach(ambiguous::add);
        }
        return ambiguous;
    }

    private static String line(CommandEntry entry, boolean ambiguous, Viewpoint viewpoint) {
        return entry.name()
                + entry.command()
                        .description()
                        .map(text -> " - " + text.strip())
                        .orElse("")
                + (ambiguous ? " (@" + entry.source().id() + ")" : "")
                + runtimes(entry.command(), viewpoint)
                + Selection.platforms(entry.command()).stream()
                        .map(Platform::label)
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** The runtimes for this platform, a star after the default; nothing if it has none. */
    static String runtimes(Command command, Viewpoint viewpoint) {
        List<String> names = viewpoint.runtimes(command);
        String star = viewpoint.defaultRuntime(command).orElse("");
        return names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> name.equals(star) ? name + "*" : name)
                        .collect(Collectors.joining(", ", " [", "]"));
    }
}
