// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.value;

import io.invowk.maven.diagnostic.Place;
import java.util.List;

/**
 * A value and the way to it, as one who walks through a file meets it.
 *
 * @param label how messages call it: the name of its field, with its index in a list
 * @param via the references that brought it, or the struct or list it stands in, to where it is used, outermost first
 */
public record Located(Value value, ValuePath path, String label, List<Place> via) {
    public Located {
        via = List.copyOf(via);
    }

    /** The value of a whole file. */
    public static Located root(Value value) {
        return new Located(value, ValuePath.ROOT, "the file", value.origin().via());
    }

    /** The value of a field of this struct. */
    public Located field(String name, Value child) {
        return new Located(child, path.field(name), name, viaOf(child));
    }

    /** An element of this list, from 0. */
    public Located element(int index, Value child) {
        return new Located(child, path.index(index), label + "[" + index + "]", viaOf(child));
    }

    private List<Place> viaOf(Value child) {
        return child.origin().via().isEmpty() ? via : child.origin().via();
    }

    /** Where it was written. */
    public Place place() {
        return value.origin().place();
    }

    /** Where the user put it: where it was written, or the reference that brought it here. */
    public Place use() {
        return value.origin().use();
    }
}
