// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.Argument;
import io.invowk.maven.regexp.Regexp;
import java.util.List;
import java.util.Optional;

/** Whether words fit the declared arguments of a command; each problem shows the table of arguments. */
final class ArgumentChecks {
    private final CommandEntry entry;
    private final List<Argument> declared;

    /** Checks for a command with at least one declared argument. */
    ArgumentChecks(CommandEntry entry) {
        this.entry = entry;
        this.declared = entry.command().args();
    }

    /** Number, then types and patterns from left to right; the first problem is thrown. */
    void check(ArgumentValues values) {
        checkNumber(values);
        for (int i = 0; i < declared.size(); i++) {
            for (Word word : values.of(i)) {
                check(declared.get(i), word);
            }
        }
    }

    private void checkNumber(ArgumentValues values) {
        int required = 0;
        for (Argument argument : declared) {
            required += argument.required() ? 1 : 0;
        }
        boolean variadic = declared.get(declared.size() - 1).variadic();
        if (values.size() < required) {
            boolean exact = !variadic && declared.size() == required;
            throw failure(Diagnostic.of("Missing required arguments: command " + Quoted.of(entry.name()) + " needs "
                    + (exact ? "" : "at least ") + required + ", " + values.size() + " given"));
        }
        if (!variadic && values.size() > declared.size()) {
            boolean exact = declared.size() == required;
            throw failure(Diagnostic.at(
                    values.word(declared.size()).place(),
                    "Too many arguments: command " + Quoted.of(entry.name()) + " takes " + (exact ? "" : "at most ")
                            + declared.size() + ", " + values.size() + " given"));
        }
    }

    private void check(Argument argument, Word word) {
        if (!argument.type().accepts(word.text())) {
            throw failure(invalid(argument, word)
                    .note("expected " + argument.type().label() + ": "
                            + argument.type().form()));
        }
        Optional<String> pattern = argument.validation();
        if (pattern.isPresent() && !Regexp.of(pattern.get()).find(word.text())) {
            throw failure(invalid(argument, word).note("it must match the pattern " + Quoted.of(pattern.get())));
        }
    }

    private static Diagnostic invalid(Argument argument, Word word) {
        return Diagnostic.at(
                word.place(),
                "Invalid argument value " + Quoted.of(word.text()) + " for " + Quoted.of(argument.name()));
    }

    private UserException failure(Diagnostic problem) {
        Diagnostic styled = problem;
        for (String line : ArgumentTable.of(entry)) {
            styled = styled.note(line);
        }
        return new UserException(styled.also("defined at", entry.command().origin()));
    }
}
