// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All commands that can be named, in the order of their sources and of each file. Of two files that are no modules the first has
 * a name; a module's command has its name beside others.
 */
public final class CommandCatalog {
    /** The order of ids: the project's own file first, then by name. */
    private static final Comparator<String> AS_SHOWN = Comparator.comparing(
                    (String id) -> !id.equals(CommandSource.PROJECT))
            .thenComparing(Comparator.naturalOrder());

    private final List<CommandSource> sources;
    private final List<SkippedFile> skipped;
    private final List<CommandEntry> entries;
    private final Map<List<String>, List<CommandEntry>> byName = new HashMap<>();

    private CommandCatalog(List<CommandSource> sources, List<SkippedFile> skipped, List<CommandEntry> entries) {
        this.sources = List.copyOf(sources);
        this.skipped = List.copyOf(skipped);
        this.entries = List.copyOf(entries);
        for (CommandEntry entry : entries) {
            byName.computeIfAbsent(entry.words(), words -> new ArrayList<>()).add(entry);
        }
    }

    /**
     * Gathers the commands of some sources.
     *
     * @throws UserException if a command takes arguments and has sub-commands
     */
    public static CommandCatalog of(List<CommandSource> sources) {
        return of(sources, List.of());
    }

    /**
     * Gathers the commands of some sources.
     *
     * @param skipped what is missing among them
     * @throws UserException if a command takes arguments and has sub-commands
     */
    public static CommandCatalog of(List<CommandSource> sources, List<SkippedFile> skipped) {
        List<Diagnostic> problems = structureProblems(sources);
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
        return new CommandCatalog(sources, skipped, entries(sources));
    }

    /** Commands that take arguments although they have sub-commands: a word after them could mean either. */
    public static List<Diagnostic> structureProblems(List<CommandSource> sources) {
        return StructureProblems.of(entries(sources));
    }

    /** All commands. */
    public List<CommandEntry> entries() {
        return entries;
    }

    /** Where the commands come from. */
    public List<CommandSource> sources() {
        return sources;
    }

    /** What is missing among the sources, because something is wrong with it. */
    List<SkippedFile> skipped() {
        return skipped;
    }

    /** The commands by the id of their source, in the order in which sources are shown. */
    public static List<List<CommandEntry>> bySource(List<CommandEntry> entries) {
        Map<String, List<CommandEntry>> groups = new TreeMap<>(AS_SHOWN);
        for (CommandEntry entry : entries) {
            groups.computeIfAbsent(entry.source().id(), id -> new ArrayList<>()).add(entry);
        }
        return List.copyOf(groups.values());
    }

    /**
     * The commands of one source.
     *
     * @throws UserException if no source is called so
     */
    public CommandCatalog from(Word spelling) {
        List<CommandSource> meant = sources.stream()
                .filter(source -> source.isSpelled(spelling.text()))
                .toList();
        if (!meant.isEmpty()) {
            return new CommandCatalog(meant, List.of(), entries(meant));
        }
        Diagnostic problem = Diagnostic.at(spelling.place(), "Source " + Quoted.of(spelling.text()) + " not found")
                .note("Available sources: "
                        + sources.stream()
                                .map(CommandSource::id)
                                .distinct()
                                .sorted(AS_SHOWN)
                                .collect(Collectors.joining(", ")));
        for (SkippedFile file : skipped) {
            if (file.isSpelled(spelling.text())) {
                problem = problem.note("skipped, because something is wrong with it: " + file.name());
            }
        }
        throw new UserException(problem);
    }

    /** The same commands, each by its full name: those of a module begin with the module. */
    public CommandCatalog byFullNames() {
        return new CommandCatalog(
                sources, skipped, entries.stream().map(CommandEntry::byFullName).toList());
    }

    /** The command of exactly this name; empty if it is ambiguous. Of one source the first is meant. */
    public Optional<CommandEntry> named(List<String> words) {
        List<CommandEntry> all = byName.getOrDefault(words, List.of());
        return all.isEmpty() || isAmbiguous(words) ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Whether commands of several sources have this name. */
    public boolean isAmbiguous(List<String> words) {
        return candidates(words).size() > 1;
    }

    /** The commands of exactly this name, one for each source, in the order in which sources are shown. */
    public List<CommandEntry> candidates(List<String> words) {
        List<CommandEntry> all = byName.getOrDefault(words, List.of());
        return all.size() < 2
                ? all
                : bySource(all).stream().map(group -> group.get(0)).toList();
    }

    /** The commands whose name goes on after these words. */
    public List<CommandEntry> below(List<String> words) {
        List<CommandEntry> found = new ArrayList<>();
        for (CommandEntry entry : entries) {
            if (entry.startsWith(words) && entry.words().size() > words.size()) {
                found.add(entry);
            }
        }
        return found;
    }

    /** The command of this name, if there is one, and all commands below it. */
    public List<CommandEntry> atOrBelow(List<String> words) {
        List<CommandEntry> found = new ArrayList<>();
        for (CommandEntry entry : entries) {
            if (entry.startsWith(words)) {
                found.add(entry);
            }
        }
        return found;
    }

    private static List<CommandEntry> entries(List<CommandSource> sources) {
        List<CommandEntry> entries = new ArrayList<>();
        Set<List<String>> taken = new HashSet<>();
        for (CommandSource source : sources) {
            for (Command command : source.invkfile().commands()) {
                CommandEntry entry = CommandEntry.of(source, command);
                if (source.module().isPresent() || taken.add(entry.words())) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }
}
