// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cue.value.ValuePath;
import io.invowk.maven.diagnostic.Place;

/**
 * A value of the file and the way to it.
 *
 * @param label how messages call it: the name of its field, with its index in a list
 */
record Node(Value value, ValuePath path, String label) {
    static Node root(Value value) {
        return new Node(value, ValuePath.ROOT, "the file");
    }

    Node field(String name, Value child) {
        return new Node(child, path.field(name), name);
    }

    Node element(int index, Value child) {
        return new Node(child, path.index(index), label + "[" + index + "]");
    }

    /** Where the user put it: where it was written, or the reference that brought it here. */
    Place use() {
        return value.origin().use();
    }

    /** Where it was written. */
    Place place() {
        return value.origin().place();
    }
}
