// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that stand for the constants of an enum: their names in lower case, with {@code -} for {@code _}. */
public final class Labels<E extends Enum<E>> {
    private final Map<String, E> constants = new LinkedHashMap<>();

    private Labels(List<E> values) {
        for (E value : values) {
            constants.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
    }

    public static <E extends Enum<E>> Labels<E> of(E[] values) {
        return of(Arrays.asList(values));
    }

    public static <E extends Enum<E>> Labels<E> of(List<E> values) {
        return new Labels<>(values);
    }

    /** The constant that a word names; empty if it names none. */
    public Optional<E> constant(String word) {
        return Optional.ofNullable(constants.get(word));
    }
}
