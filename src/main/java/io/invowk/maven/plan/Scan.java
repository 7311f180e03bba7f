// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.Command;
import io.invowk.maven.invkfile.Flag;
import io.invowk.maven.invkfile.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words told apart: source, name, options with their values, arguments. */
final class Scan {
    private final CommandCatalog catalog;
    private final List<Word> words;
    private final List<GivenOption> options = new ArrayList<>();
    private final List<Word> positionals = new ArrayList<>();
    private Optional<Word> sourceWord = Optional.empty();
    private List<String> name = List.of();
    /** How many positional words make the name; a quoted name of several words is one. */
    private int nameLength;
    /** How many options stand before the end of the name. */
    private int optionsBeforeName;

    private boolean nameComplete;
    private int next;

    private Scan(CommandCatalog catalog, List<Word> words) {
        this.catalog = catalog;
        this.words = words;
    }

    static Scan of(CommandCatalog catalog, List<Word> words) {
        Scan scan = new Scan(catalog, words);
        scan.run();
        return scan;
    }

    CommandCatalog catalog() {
        return catalog;
    }

    /** The source that the first word names, without its {@code @}. */
    Optional<Word> sourceWord() {
        return sourceWord;
    }

    /** The words of the name as far as they lead to some command. */
    List<String> name() {
        return name;
    }

    /** The command of that name; empty if it is only the beginning of names, or ambiguous. */
    Optional<CommandEntry> entry() {
        return catalog.named(name);
    }

    /** The words that are the name. */
    List<Word> nameWords() {
        return positionals.subList(0, nameLength);
    }

    /** All words that are no options, those of the name too. */
    List<Word> positionals() {
        return positionals;
    }

    /** The words after the name. */
    List<Word> arguments() {
        return positionals.subList(nameLength, positionals.size());
    }

    List<GivenOption> options() {
        return options;
    }

    /** The last use of an option of ours. */
    Optional<GivenOption> system(SystemOption option) {
        List<GivenOption> uses = all(option);
        return uses.isEmpty() ? Optional.empty() : Optional.of(uses.get(uses.size() - 1));
    }

    /** Every use of an option of ours, in order. */
    List<GivenOption> all(SystemOption option) {
        List<GivenOption> uses = new ArrayList<>();
        for (GivenOption given : options) {
            if (systemOption(given).equals(Optional.of(option))) {
                uses.add(given);
            }
        }
        return uses;
    }

    /** The options that are flags of the command itself. */
    List<GivenOption> own() {
        List<GivenOption> own = new ArrayList<>();
        for (GivenOption given : options) {
            if (systemOption(given).isEmpty() && ownFlag(given.name()).isPresent()) {
                own.add(given);
            }
        }
        return own;
    }

    /** Whether an option means anything for this command. {@code --list} means nothing once a command is named. */
    boolean isKnown(GivenOption given) {
        Optional<SystemOption> option = systemOption(given);
        return option.isPresent()
                ? option.get() != SystemOption.LIST
                : ownFlag(given.name()).isPresent();
    }

    /** Whether an option stands before the last word of the name. */
    boolean isBeforeName(GivenOption given) {
        return options.indexOf(given) < optionsBeforeName;
    }

    private Optional<SystemOption> systemOption(GivenOption given) {
        return isBeforeName(given) || ownFlag(given.name()).isEmpty()
                ? SystemOption.named(given.name())
                : Optional.empty();
    }

    private Optional<Flag> ownFlag(OptionName option) {
        Optional<CommandEntry> entry = entry();
        if (entry.isPresent()) {
            for (Flag flag : entry.get().command().flags()) {
                if (option.means(flag)) {
                    return Optional.of(flag);
                }
            }
        }
        return Optional.empty();
    }

    private void run() {
        boolean optionsEnded = false;
        while (next < words.size()) {
            Word word = words.get(next++);
            if (optionsEnded || !word.text().startsWith("-") || word.text().equals("-")) {
                positional(word);
            } else if (word.text().equals("--")) {
                optionsEnded = true;
                nameComplete |= entry().isPresent();
            } else if (word.text().startsWith("--")) {
                longOption(word);
            } else {
                shortOptions(word);
            }
        }
    }

    private void positional(Word word) {
        if (!nameComplete && positionals.isEmpty() && sourceWord.isEmpty() && isSource(word)) {
            sourceWord = Optional.of(new Word(word.text().substring(1), word.place()));
            return;
        }
        positionals.add(word);
        if (!nameComplete) {
            continueName(word.text());
        }
    }

    private static boolean isSource(Word word) {
        return word.text().startsWith("@") && word.text().length() > 1;
    }

    private void continueName(String text) {
        List<String> longer = new ArrayList<>(name);
        longer.addAll(Command.words(text));
        boolean quotedName = longer.size() > 1 && name.isEmpty();
        boolean oneWord = longer.size() == name.size() + 1;
        if (quotedName
                ? !catalog.candidates(longer).isEmpty()
                : oneWord && !catalog.atOrBelow(longer).isEmpty()) {
            name = longer;
            nameLength++;
            optionsBeforeName = options.size();
            nameComplete = quotedName;
        } else {
            nameComplete = true;
        }
    }

    private void longOption(Word word) {
        int equals = word.text().indexOf('=');
        OptionName option =
                new OptionName(word.text().substring(2, equals < 0 ? word.text().length() : equals), true);
        if (equals >= 0) {
            add(option, word, Optional.of(new Word(word.text().substring(equals + 1), word.place())));
        } else {
            add(option, word, takesValue(option) ? nextWord() : Optional.empty());
        }
    }

    /** One letter or several switches together; the rest of the word, or the next word, is the value of the last. */
    private void shortOptions(Word word) {
        String text = word.text();
        for (int i = 1; i < text.length(); ) {
            int end = text.offsetByCodePoints(i, 1);
            OptionName option = new OptionName(text.substring(i, end), false);
            String rest = text.substring(end);
            boolean takesValue = takesValue(option);
            if (rest.startsWith("=") || (takesValue && !rest.isEmpty())) {
                String value = rest.startsWith("=") ? rest.substring(1) : rest;
                add(option, word, Optional.of(new Word(value, word.place())));
                return;
            }
            add(option, word, takesValue ? nextWord() : Optional.empty());
            i = end;
        }
    }

    private void add(OptionName option, Word word, Optional<Word> value) {
        options.add(new GivenOption(option, word, value));
    }

    private Optional<Word> nextWord() {
        return next < words.size() ? Optional.of(words.get(next++)) : Optional.empty();
    }

    /**
     * Whether the next word belongs to an option. While the name may still go on it does if any command that can be
     * meant declares the option so.
     */
    private boolean takesValue(OptionName option) {
        Optional<Flag> own = ownFlag(option);
        if (own.isPresent()) {
            return own.get().type() != ValueType.BOOL;
        }
        Optional<SystemOption> system = SystemOption.named(option);
        if (system.isPresent()) {
            return system.get().takesValue();
        }
        for (CommandEntry entry : catalog.atOrBelow(name)) {
            for (Flag flag : entry.command().flags()) {
                if (option.means(flag) && flag.type() != ValueType.BOOL) {
                    return true;
                }
            }
        }
        return false;
    }
}
