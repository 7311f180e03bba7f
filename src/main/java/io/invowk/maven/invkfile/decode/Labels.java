// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The words that stand for the constants of an enum; upper and lower case count. */
final class Labels<E extends Enum<E>> {
    private final Map<String, E> constants = new LinkedHashMap<>();

    private Labels(Collection<E> values, Function<E, String> label) {
        values.forEach(value -> constants.put(label.apply(value), value));
    }

    static <E extends Enum<E>> Labels<E> of(E[] values, Function<E, String> label) {
        return of(Arrays.asList(values), label);
    }

    static <E extends Enum<E>> Labels<E> of(List<E> values, Function<E, String> label) {
        return new Labels<>(values, label);
    }

    /** All words, as a choice for messages. */
    String choice() {
        return Quoted.choice(constants.keySet());
    }

    /** The constant that a value names; a problem of the schema if it names none. */
    Optional<E> read(Node node, String noun, Findings findings) {
        Optional<String> word = Text.of(node, findings).value();
        if (word.isEmpty() || constants.containsKey(word.get())) {
            return word.map(constants::get);
        }
        findings.add(Finding.of(Kind.SCHEMA, node, "unknown " + noun + " " + Quoted.of(word.get()))
                .expected(choice())
                .help(NearName.question(word.get(), constants.keySet())));
        return Optional.empty();
    }
}
