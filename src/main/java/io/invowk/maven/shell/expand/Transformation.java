// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.text.EscapeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code ${x@operator}}. */
final class Transformation {
    private final ParameterExpander.Parameter parameter;

    Transformation(ParameterExpander.Parameter parameter) {
        this.parameter = parameter;
    }

    /** The result for one value; empty if there is none. */
    Optional<String> one(char operator, @Nullable String value) {
        Variable variable = parameter.variable();
        if (operator == 'a') {
            return Optional.of(variable == null ? "" : variable.letters());
        }
        if (operator == 'A') {
            return Optional.ofNullable(variable).filter(Variable::isSet).map(this::declaration);
        }
        return Optional.ofNullable(value).map(text -> text(operator, text));
    }

    /** The results for all values of a list. */
    List<String> list(char operator, List<String> values) {
        Variable variable = parameter.variable();
        if (operator == 'A') {
            return variable == null ? List.of() : List.of(declaration(variable));
        }
        if (variable != null && (operator == 'K' || operator == 'k')) {
            return pairs(variable, operator == 'K');
        }
        List<String> changed = new ArrayList<>(values.size());
        values.forEach(
                value -> changed.add(operator == 'a' && variable != null ? variable.letters() : text(operator, value)));
        return changed;
    }

    private static List<String> pairs(Variable variable, boolean joined) {
        List<String> pairs = new ArrayList<>();
        List<String> keys = variable.keys();
        List<String> values = variable.elements();
        for (int i = 0; i < keys.size(); i++) {
            pairs.add(keys.get(i));
            pairs.add(joined ? Quoting.doubleQuote(values.get(i)) : values.get(i));
        }
        return joined ? List.of(String.join(" ", pairs)) : pairs;
    }

    private String text(char operator, String value) {
        return switch (operator) {
            case 'Q', 'K' -> Quoting.quote(value);
            case 'E' -> EscapeReader.read(value, EscapeReader.Dialect.QUOTE).text();
            case 'U' -> value.toUpperCase(Locale.ROOT);
            case 'L' -> value.toLowerCase(Locale.ROOT);
            case 'u' -> capitalized(value);
            default -> value;
        };
    }

    private static String capitalized(String value) {
        if (value.isEmpty()) {
            return value;
        }
        int end = value.offsetByCodePoints(0, 1);
        return value.substring(0, end).toUpperCase(Locale.ROOT) + value.substring(end);
    }

    private String declaration(Variable variable) {
        if (variable.letters().isEmpty()) {
            return parameter.name() + "=" + Quoting.quote(String.valueOf(variable.value()));
        }
        return Declaration.of(parameter.name(), variable);
    }
}
