// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.value;

import java.util.ArrayList;
import java.util.List;

/** The way to a value from the top of its file: field names and list indices. */
public record ValuePath(List<Object> labels) {
    /** The top of the file. */
    public static final ValuePath ROOT = new ValuePath(List.of());

    public ValuePath {
        labels = List.copyOf(labels);
    }

    /** The path of a field of this value. */
    public ValuePath field(String name) {
        List<Object> all = new ArrayList<>(labels);
        all.add(name);
        return new ValuePath(all);
    }

    /** The form {@code cmds[0].name}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Object label : labels) {
            if (label instanceof Integer) {
                out.append('[').append(label).append(']');
            } else {
                out.append(out.isEmpty() ? "" : ".").append(label);
            }
        }
        return out.toString();
    }
}
