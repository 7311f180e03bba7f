// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cue.value.ValuePath;
import io.invowk.maven.diagnostic.Place;
import java.util.List;

/**
 * A value of the file and the way to it.
 *
 * @param label how messages call it: the name of its field, with its index in a list
 * @param via the references that brought it, or the struct or list it stands in, to where it is used, outermost first
 */
record Node(Value value, ValuePath path, String label, List<Place> via) {
    static Node root(Value value) {
        return new Node(value, ValuePath.ROOT, "the file", value.origin().via());
    }

    Node field(String name, Value child) {
        return new Node(child, path.field(name), name, viaOf(child));
    }

    Node element(int index, Value child) {
        return new Node(child, path.index(index), label + "[" + index + "]", viaOf(child));
    }

    private List<Place> viaOf(Value child) {
        return child.origin().via().isEmpty() ? via : child.origin().via();
    }

    /** Where it was written. */
    Place place() {
        return value.origin().place();
    }

    /** Where the user put it: where it was written, or the reference that brought it here. */
    Place use() {
        return value.origin().use();
    }
}
