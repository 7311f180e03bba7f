// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cue.value.ValuePath;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/**
 * A value that is judged, and the way to it.
 *
 * @param label how messages call it: the name of its field, with its index in a list
 * @param via the references that brought it, or the struct or list it stands in, to where it is used, outermost first
 */
record Subject(Value value, ValuePath path, String label, List<Place> via) {
    static Subject root(Value value) {
        return new Subject(value, ValuePath.ROOT, "the file", value.origin().via());
    }

    Subject field(String name, Value child) {
        return new Subject(child, path.field(name), name, viaOf(child));
    }

    Subject element(int index, Value child) {
        return new Subject(child, path.index(index), label + "[" + index + "]", viaOf(child));
    }

    private List<Place> viaOf(Value child) {
        return child.origin().via().isEmpty() ? via : child.origin().via();
    }

    Violation violation(String message, String expected, Optional<String> help) {
        return new Violation(path, value.origin().place(), via, message, expected, help);
    }

    /** A violation by a field of this struct, marked at its label. */
    Violation atLabel(String name, Place label, String message, String expected, Optional<String> help) {
        return new Violation(path.field(name), label, via, message, expected, help);
    }

    /** A violation by what this struct does not have, marked where it opens. */
    Violation missing(String name, String message, String expected) {
        Place place = value.origin().place();
        Span span = place.span();
        Span opening = new Span(span.start(), Math.min(span.start() + 1, span.end()));
        return new Violation(
                path.field(name), new Place(place.source(), opening), via, message, expected, Optional.empty());
    }
}
