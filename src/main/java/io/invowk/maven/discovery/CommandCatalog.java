// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.Argument;
import io.invowk.maven.invkfile.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All commands that can be named, in the order of their sources and of each file. */
public final class CommandCatalog {
    private final List<CommandSource> sources;
    private final List<CommandEntry> entries;

    private CommandCatalog(List<CommandSource> sources) {
        this.sources = List.copyOf(sources);
        this.entries = entries(sources);
    }

    /**
     * Gathers the commands of some sources.
     *
     * @throws UserException if a command takes arguments and has sub-commands
     */
    public static CommandCatalog of(List<CommandSource> sources) {
        List<Diagnostic> problems = structureProblems(sources);
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
        return new CommandCatalog(sources);
    }

    /** Commands that take arguments although they have sub-commands: a word after them could mean either. */
    public static List<Diagnostic> structureProblems(List<CommandSource> sources) {
        List<CommandEntry> entries = entries(sources);
        List<Diagnostic> problems = new ArrayList<>();
        for (CommandEntry parent : entries) {
            List<CommandEntry> children = below(parent.words(), entries);
            if (!parent.command().args().isEmpty() && !children.isEmpty()) {
                problems.add(structureProblem(parent, children));
            }
        }
        return problems;
    }

    private static Diagnostic structureProblem(CommandEntry parent, List<CommandEntry> children) {
        String args = parent.command().args().stream().map(Argument::name).collect(Collectors.joining(", "));
        Diagnostic problem = Diagnostic.at(
                        parent.command().origin(),
                        "Invalid command structure: command " + Quoted.of(parent.name())
                                + " has both arguments and sub-commands")
                .note("its arguments: " + args);
        for (CommandEntry child : children) {
            problem = problem.also(
                    "sub-command \"" + child.name() + '"', child.command().origin());
        }
        return problem.help("remove args from " + Quoted.of(parent.name()) + ", or rename one of them");
    }

    /** All commands. */
    public List<CommandEntry> entries() {
        return entries;
    }

    /** Where the commands come from. */
    public List<CommandSource> sources() {
        return sources;
    }

    /**
     * The commands of one source.
     *
     * @throws UserException if no source is called so
     */
    public CommandCatalog from(Word spelling) {
        return sources.stream()
                .filter(source -> source.spellings().contains(spelling.text()))
                .findFirst()
                .map(source -> new CommandCatalog(List.of(source)))
                .orElseThrow(() -> new UserException(Diagnostic.at(
                                spelling.place(), "Source " + Quoted.of(spelling.text()) + " not found")
                        .note("Available sources: "
                                + sources.stream().map(CommandSource::id).collect(Collectors.joining(", ")))));
    }

    /** The command of exactly this name. */
    public Optional<CommandEntry> named(List<String> words) {
        for (CommandEntry entry : entries) {
            if (entry.words().equals(words)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The commands whose name goes on after these words. */
    public List<CommandEntry> below(List<String> words) {
        return below(words, entries);
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

    private static List<CommandEntry> below(List<String> words, List<CommandEntry> entries) {
        List<CommandEntry> found = new ArrayList<>();
        for (CommandEntry entry : entries) {
            if (entry.startsWith(words) && entry.words().size() > words.size()) {
                found.add(entry);
            }
        }
        return found;
    }

    private static List<CommandEntry> entries(List<CommandSource> sources) {
        List<CommandEntry> entries = new ArrayList<>();
        for (CommandSource source : sources) {
            for (Command command : source.invkfile().commands()) {
                entries.add(CommandEntry.of(source, command));
            }
        }
        return List.copyOf(entries);
    }
}
