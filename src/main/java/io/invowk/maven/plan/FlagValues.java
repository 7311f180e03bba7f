// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.Flag;
import io.invowk.maven.invkfile.FloatLiteral;
import io.invowk.maven.regexp.Regexp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flags of one run: what was given, typed, and what scripts see of it. */
final class FlagValues {
    private final Invocation.Run run;
    private final Map<Flag, Value> given = new LinkedHashMap<>();

    private FlagValues(Invocation.Run run) {
        this.run = run;
    }

    /**
     * Reads the given flags; the last use of a flag counts.
     *
     * @throws UserException with every value that is not of its flag's type
     */
    static FlagValues read(Invocation.Run run) {
        FlagValues values = new FlagValues(run);
        List<Diagnostic> problems = new ArrayList<>();
        for (GivenOption option : run.flags()) {
            Flag flag = values.flag(option);
            Optional<String> text = values.read(flag, option);
            if (text.isPresent()) {
                values.given.put(flag, new Value(option.value().orElse(option.word()), text.get()));
            } else {
                problems.add(problem(flag, option));
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
        return values;
    }

    /**
     * Makes sure that every required flag was given, and not as an empty text.
     *
     * @throws UserException naming all that are missing
     */
    void requireAll() {
        List<Flag> missing = new ArrayList<>();
        for (Flag flag : run.entry().command().flags()) {
            Value value = given.get(flag);
            if (flag.required() && (value == null || value.text().isEmpty())) {
                missing.add(flag);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Diagnostic problem = Diagnostic.of("Missing required flags of command "
                + Quoted.of(run.entry().name()) + ": "
                + String.join(", ", missing.stream().map(FlagValues::longName).toList()));
        for (Flag flag : missing) {
            problem = problem.note(longName(flag) + " (" + flag.type().label() + "): "
                    + flag.description().strip());
        }
        throw new UserException(problem.also("defined at", run.entry().command().origin()));
    }

    /**
     * Makes sure that each given value fits the pattern of its flag.
     *
     * @throws UserException with every value that does not
     */
    void matchPatterns() {
        List<Diagnostic> problems = new ArrayList<>();
        for (Map.Entry<Flag, Value> entry : given.entrySet()) {
            Optional<String> pattern = entry.getKey().validation();
            Value value = entry.getValue();
            if (pattern.isPresent()
                    && !value.text().isEmpty()
                    && !Regexp.of(pattern.get()).find(value.text())) {
                problems.add(invalid(entry.getKey(), value.word())
                        .note("it must match the pattern " + Quoted.of(pattern.get())));
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
    }

    /** Every declared flag by the name of its variable. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Flag flag : run.entry().command().flags()) {
            Value value = given.get(flag);
            environment.put(VariableNames.flag(flag.name()), value == null ? withoutValue(flag) : value.text());
        }
        return environment;
    }

    private Flag flag(GivenOption option) {
        for (Flag flag : run.entry().command().flags()) {
            if (option.name().means(flag)) {
                return flag;
            }
        }
        throw new IllegalStateException("an option of the command is none of its flags");
    }

    private Optional<String> read(Flag flag, GivenOption option) {
        Optional<String> text = option.value().map(Word::text);
        return switch (flag.type()) {
            case STRING -> text;
            case BOOL -> text.map(BoolText::parse).orElse(Optional.of(true)).map(String::valueOf);
            case INT ->
                text.map(IntegerText::parse)
                        .filter(value -> value.isPresent())
                        .map(value -> String.valueOf(value.getAsLong()));
            case FLOAT ->
                text.map(FloatLiteral::parse)
                        .filter(value -> value.isPresent())
                        .map(value -> FloatText.format(value.getAsDouble()));
        };
    }

    private static Diagnostic problem(Flag flag, GivenOption option) {
        if (option.value().isEmpty()) {
            return Diagnostic.at(option.word().place(), "flag " + Quoted.of(longName(flag)) + " needs a value")
                    .note(longName(flag) + ": " + flag.description().strip());
        }
        return invalid(flag, option.value().get())
                .note("expected " + flag.type().label() + ": " + form(flag));
    }

    private static Diagnostic invalid(Flag flag, Word value) {
        return Diagnostic.at(
                value.place(), "invalid value " + Quoted.of(value.text()) + " for flag " + Quoted.of(longName(flag)));
    }

    private static String form(Flag flag) {
        return switch (flag.type()) {
            case STRING -> "any text";
            case BOOL -> "true or false";
            case INT -> "a whole number of 64 bits such as 10, -3, 0x1f or 1_000";
            case FLOAT -> "a number such as 1.5 or 2e-3";
        };
    }

    private static String withoutValue(Flag flag) {
        return switch (flag.type()) {
            case STRING -> flag.defaultValue().orElse("");
            case BOOL -> flag.defaultValue().orElse("false");
            case INT ->
                String.valueOf(
                        IntegerText.parseDecimalOrZero(flag.defaultValue().orElse("0")));
            case FLOAT ->
                FloatText.format(flag.defaultValue()
                        .map(FloatLiteral::parse)
                        .map(value -> value.orElse(0))
                        .orElse(0.0));
        };
    }

    private static String longName(Flag flag) {
        return "--" + flag.name();
    }

    /** The word that holds a given value, and the text that scripts see of it. */
    private record Value(Word word, String text) {}
}
