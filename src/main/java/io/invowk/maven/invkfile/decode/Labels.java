// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that stand for the constants of an enum: their names in lower case, with {@code -} for {@code _}. */
final class Labels<E extends Enum<E>> {
    private final Map<String, E> constants = new LinkedHashMap<>();

    private Labels(List<E> values) {
        for (E value : values) {
            constants.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
    }

    static <E extends Enum<E>> Labels<E> of(E[] values) {
        return of(Arrays.asList(values));
    }

    static <E extends Enum<E>> Labels<E> of(List<E> values) {
        return new Labels<>(values);
    }

    /** All words, as a choice for messages. */
    String choice() {
        return Quoted.choice(constants.keySet());
    }

    /** The constant that a value names; a problem of the schema if it names none. */
    Optional<E> read(Node node, String noun, Findings findings) {
        Optional<String> word = Text.of(node, findings).value();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        E constant = constants.get(word.get());
        if (constant != null) {
            return Optional.of(constant);
        }
        findings.add(Finding.of(Kind.SCHEMA, node, "unknown " + noun + " " + Quoted.of(word.get()))
                .expected(choice())
                .help(NearName.question(word.get(), constants.keySet())));
        return Optional.empty();
    }
}
