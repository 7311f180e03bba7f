// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.yaml;

import java.util.List;

/** A node of a YAML document. */
public sealed interface YamlNode {
    /**
     * A scalar.
     *
     * @param plain whether it has neither quotes nor a tag, so that its text says what it is
     * @param tag of a scalar with a tag, {@code !!int} and so on; empty without
     */
    record Scalar(String text, boolean plain, String tag) implements YamlNode {}

    /** A sequence. */
    record Sequence(List<YamlNode> elements) implements YamlNode {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** A mapping, in the order of the text. */
    record Mapping(List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** One key with its value. */
    record Entry(YamlNode key, YamlNode value) {}
}
