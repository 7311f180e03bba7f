// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.value;

import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value and the way to it, as one who walks through a file meets it. */
public final class Located {
    private final Value value;
    /** The struct or list that it is met in; null at the top of the file. */
    private final @Nullable Located around;
    /** The name of its field, or its index from 0; what messages call it at the top of the file. */
    private final Object step;

    private final List<Place> via;

    private Located(Value value, @Nullable Located around, Object step, List<Place> via) {
        this.value = value;
        this.around = around;
        this.step = step;
        this.via = via;
    }

    /** The value of a whole file. */
    public static Located root(Value value) {
        return new Located(value, null, "the file", value.origin().via());
    }

    /** The value of a field of this struct. */
    public Located field(String name, Value child) {
        return new Located(child, this, name, viaOf(child));
    }

    /** An element of this list, from 0. */
    public Located element(int index, Value child) {
        return new Located(child, this, index, viaOf(child));
    }

    private List<Place> viaOf(Value child) {
        return child.origin().via().isEmpty() ? via : child.origin().via();
    }

    public Value value() {
        return value;
    }

    /** The way to it from the top of the file. */
    public ValuePath path() {
        List<Object> steps = new ArrayList<>();
        for (Located at = this; at.around != null; at = at.around) {
            steps.add(at.step);
        }
        Collections.reverse(steps);
        return new ValuePath(steps);
    }

    /** How messages call it: the name of its field, with its index in a list. */
    public String label() {
        return around != null && step instanceof Integer ? around.label() + "[" + step + "]" : step.toString();
    }

    /** The references that brought it, or the struct or list it stands in, to where it is used, outermost first. */
    public List<Place> via() {
        return via;
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
