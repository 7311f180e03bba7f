// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.UnknownCommand;
import io.invowk.maven.discovery.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words to what they ask for: {@code [@SOURCE] NAME... [OPTION|WORD]... [-- WORD...]}.
 *
 * <p>The name goes on as long as the words lead to a command. Options may stand anywhere before {@code --}. Once a
 * command is named its own flags win over options of ours; before that ours win.
 */
public final class InvocationReader {
    private InvocationReader() {}

    /**
     * Reads words.
     *
     * @param from source to take the command from, unless the words name one
     * @param base options from elsewhere; what the words say wins
     * @throws UserException if the words name no command, or an option that it does not have
     */
    public static Invocation read(CommandCatalog catalog, List<Word> words, Optional<Word> from, RunOptions base) {
        Scan scan = Scan.of(catalog, words);
        Optional<GivenOption> fromOption = scan.system(SystemOption.FROM);
        Optional<Word> option = fromOption.isPresent() ? fromOption.get().value() : Optional.empty();
        if (option.isPresent() && scan.sourceWord().isPresent()) {
            throw new UserException(Diagnostic.at(option.get().place(), "two sources given")
                    .also("the other is", scan.sourceWord().get().place()));
        }
        Optional<Word> named = option.isPresent() ? option : scan.sourceWord();
        Optional<Word> source = named.isPresent() ? named : from;
        if (source.isPresent()) {
            scan = Scan.of(catalog.from(source.get()), words);
        }
        return interpret(byFullNameIfNeeded(scan, words), source, base);
    }

    /** Names without their module come first: what they can mean already is never the module's. */
    private static Scan byFullNameIfNeeded(Scan scan, List<Word> words) {
        if (scan.entry().isPresent() || scan.catalog().isAmbiguous(scan.name())) {
            return scan;
        }
        Scan full = Scan.of(scan.catalog().byFullNames(), words);
        return full.entry().isPresent() || full.name().size() > scan.name().size() ? full : scan;
    }

    private static Invocation interpret(Scan scan, Optional<Word> source, RunOptions base) {
        boolean verbose = OptionValues.isOn(scan.system(SystemOption.VERBOSE));
        boolean help = OptionValues.isOn(scan.system(SystemOption.HELP));
        boolean list = OptionValues.isOn(scan.system(SystemOption.LIST));
        CommandCatalog catalog = scan.catalog();
        if (scan.positionals().isEmpty()) {
            if (help || list || scan.system(SystemOption.FROM).isPresent()) {
                return new Invocation.Listing(catalog.entries(), verbose);
            }
            throw UnknownCommand.noneGiven(catalog);
        }
        if (catalog.isAmbiguous(scan.name())) {
            throw UnknownCommand.ambiguous(scan.nameWords(), catalog.candidates(scan.name()));
        }
        if (scan.entry().isEmpty()) {
            if (help && scan.name().size() == scan.positionals().size()) {
                return new Invocation.Listing(catalog.below(scan.name()), verbose);
            }
            throw UnknownCommand.named(catalog, scan.positionals(), scan.name().size(), source);
        }
        CommandEntry entry = scan.entry().get().bySimpleName();
        refuseUnknown(scan, entry);
        if (help) {
            return new Invocation.Help(entry, verbose);
        }
        return new Invocation.Run(entry, OptionValues.read(scan, base), scan.own(), scan.arguments(), verbose);
    }

    private static void refuseUnknown(Scan scan, CommandEntry entry) {
        List<Diagnostic> problems = new ArrayList<>();
        for (GivenOption option : scan.options()) {
            if (!scan.isKnown(option)) {
                problems.add(UnknownOption.of(option, entry));
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
    }
}
