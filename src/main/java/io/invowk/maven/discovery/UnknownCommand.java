// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to say when words name no command. */
public final class UnknownCommand {
    /** So many names are shown where all were possible. */
    private static final int MAX_NAMES = 40;

    private UnknownCommand() {}

    /** Nothing was named at all. */
    public static UserException noneGiven(CommandCatalog catalog) {
        return new UserException(Diagnostic.of("no command given")
                .note(names("commands", catalog.entries()))
                .help("name one with -Dinvowk.cmd=\"" + catalog.entries().get(0).name()
                        + "\"; invowk:list describes them"));
    }

    /**
     * The words name no command.
     *
     * @param words at least one
     * @param matched how many of the words are the beginning of some name; not all of them if that is a command
     * @param source the word that asks for one source, if there is one
     */
    public static UserException named(CommandCatalog catalog, List<Word> words, int matched, Optional<Word> source) {
        List<String> texts = words.stream().map(Word::text).toList();
        List<CommandEntry> reachable = catalog.below(texts.subList(0, matched));
        String group = String.join(" ", texts.subList(0, matched));
        Diagnostic problem = Diagnostic.at(
                place(words, matched), matched == words.size() ? isGroup(group) : message(texts, matched, source));
        problem = problem.note(names(matched == 0 ? "commands" : "commands below " + Quoted.of(group), reachable));
        for (SkippedFile file : catalog.skipped()) {
            problem = problem.note("skipped, because something is wrong with it: " + file.name());
        }
        return new UserException(near(texts, reachable).map(problem::help).orElse(problem));
    }

    /**
     * The words name commands of several sources.
     *
     * @param words all that belong to the name
     * @param commands at least two
     */
    public static UserException ambiguous(List<Word> words, List<CommandEntry> commands) {
        String name = commands.get(0).name();
        Diagnostic problem = Diagnostic.at(words.get(0).place(), "command " + Quoted.of(name) + " is ambiguous");
        for (CommandEntry command : commands) {
            problem =
                    problem.also("@" + command.source().id(), command.command().origin());
        }
        String first = commands.get(0).source().id();
        return new UserException(problem.help("name its source: \"@" + first + " " + name + "\", or --from " + first));
    }

    private static String isGroup(String group) {
        return Quoted.of(group) + " is a group of commands, not a command";
    }

    private static String message(List<String> texts, int matched, Optional<Word> source) {
        String name = Quoted.of(String.join(" ", texts.subList(0, matched + 1)));
        return source.map(word -> "command " + name + " not found in source " + Quoted.of(word.text()))
                .orElse("unknown command " + name);
    }

    private static Place place(List<Word> words, int matched) {
        return words.get(Math.min(matched, words.size() - 1)).place();
    }

    /** Names of as many words as were given, the longest first: what follows a name may be arguments. */
    private static Optional<String> near(List<String> texts, List<CommandEntry> reachable) {
        for (int length = texts.size(); length > 0; length--) {
            int size = length;
            List<String> names = reachable.stream()
                    .filter(entry -> entry.words().size() == size)
                    .map(CommandEntry::name)
                    .toList();
            Optional<String> question = NearName.question(String.join(" ", texts.subList(0, size)), names);
            if (question.isPresent()) {
                return question;
            }
        }
        return Optional.empty();
    }

    private static String names(String title, List<CommandEntry> entries) {
        List<String> names = entries.stream().map(CommandEntry::name).distinct().toList();
        String more = names.size() > MAX_NAMES ? ", ... and " + (names.size() - MAX_NAMES) + " more" : "";
        return names.stream().limit(MAX_NAMES).collect(Collectors.joining(", ", title + ": ", more));
    }
}
