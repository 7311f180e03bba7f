// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.Argument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The positional words of one run, checked against the declared arguments. */
final class ArgumentValues {
    private final List<Argument> declared;
    private final List<Word> words;

    private ArgumentValues(List<Argument> declared, List<Word> words) {
        this.declared = declared;
        this.words = words;
    }

    /**
     * Checks number, types and patterns, in this order; a command without declared arguments takes any words.
     *
     * @throws io.invowk.maven.diagnostic.UserException with the first problem
     */
    static ArgumentValues read(Invocation.Run run) {
        ArgumentValues values = new ArgumentValues(run.entry().command().args(), run.arguments());
        if (!values.declared.isEmpty()) {
            new ArgumentChecks(run.entry()).check(values);
        }
        return values;
    }

    /** The variables that carry the words: by number, and by the names of the declared arguments. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(VariableNames.WORD_COUNT, String.valueOf(words.size()));
        for (int i = 0; i < words.size(); i++) {
            environment.put(VariableNames.word(i + 1), words.get(i).text());
        }
        for (int i = 0; i < declared.size(); i++) {
            Argument argument = declared.get(i);
            String name = VariableNames.argument(argument.name());
            if (argument.variadic()) {
                putVariadic(name, of(i), environment);
            } else if (i < words.size()) {
                environment.put(name, words.get(i).text());
            } else if (argument.defaultValue().isPresent()) {
                environment.put(name, argument.defaultValue().get());
            }
        }
        return environment;
    }

    /** The words as scripts see them. */
    List<String> texts() {
        return texts(words);
    }

    private static List<String> texts(List<Word> words) {
        List<String> texts = new ArrayList<>();
        for (Word word : words) {
            texts.add(word.text());
        }
        return texts;
    }

    private static void putVariadic(String name, List<Word> words, Map<String, String> environment) {
        environment.put(name + "_COUNT", String.valueOf(words.size()));
        for (int i = 0; i < words.size(); i++) {
            environment.put(name + "_" + (i + 1), words.get(i).text());
        }
        environment.put(name, String.join(" ", texts(words)));
    }

    /** How many words there are. */
    int size() {
        return words.size();
    }

    /** A word by its index. */
    Word word(int index) {
        return words.get(index);
    }

    /** The words of the declared argument of an index. */
    List<Word> of(int index) {
        int from = Math.min(index, words.size());
        int to = declared.get(index).variadic() ? words.size() : Math.min(index + 1, words.size());
        return words.subList(from, to);
    }
}
