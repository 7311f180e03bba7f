// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.EnvInherit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a call says about the variables that a script inherits from the host. */
public final class InheritOptions {
    private final List<Diagnostic> problems;

    /** @param problems takes all that is wrong */
    InheritOptions(List<Diagnostic> problems) {
        this.problems = problems;
    }

    /**
     * What the parameters of a call say.
     *
     * @throws UserException with all that is wrong with them
     */
    public static EnvInherit read(Optional<Word> mode, List<Word> allow, List<Word> deny) {
        List<Diagnostic> problems = new ArrayList<>();
        InheritOptions options = new InheritOptions(problems);
        EnvInherit inherit = new EnvInherit(mode.flatMap(options::mode), options.names(allow), options.names(deny));
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
        return inherit;
    }

    /** The mode of a word; empty, as the word is, if nothing is said. */
    Optional<EnvInherit.Mode> mode(Word word) {
        if (word.text().isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (EnvInherit.Mode mode : EnvInherit.Mode.values()) {
            String name = mode.name().toLowerCase(Locale.ROOT);
            if (name.equals(word.text())) {
                return Optional.of(mode);
            }
            names.add(name);
        }
        Diagnostic problem = Diagnostic.at(
                        word.place(), "unknown mode " + Quoted.of(word.text()) + " of inherited variables")
                .note("expected " + Quoted.choice(names));
        problems.add(NearName.question(word.text(), names).map(problem::help).orElse(problem));
        return Optional.empty();
    }

    List<String> names(List<Word> words) {
        for (Word word : words) {
            if (!isVariableName(word.text())) {
                problems.add(
                        Diagnostic.at(word.place(), Quoted.of(word.text()) + " is no name of an environment variable"));
            }
        }
        return words.stream().map(Word::text).toList();
    }

    private static boolean isVariableName(String text) {
        return !text.isEmpty()
                && (text.charAt(0) < '0' || text.charAt(0) > '9')
                && text.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }
}
