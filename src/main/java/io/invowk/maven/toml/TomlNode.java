// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.toml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a TOML document. */
public sealed interface TomlNode {
    /** A string. */
    record Text(String value) implements TomlNode {}

    /** A boolean. */
    record Bool(boolean value) implements TomlNode {}

    /**
     * A number.
     *
     * @param text as it is written
     */
    record Numeral(String text, boolean integer) implements TomlNode {}

    /**
     * A date, a time of day or both.
     *
     * @param text as it is written
     */
    record Moment(String text) implements TomlNode {}

    /** An array. */
    record Sequence(List<TomlNode> elements) implements TomlNode {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** A table, in the order of the text. */
    record Table(Map<String, TomlNode> entries) implements TomlNode {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
