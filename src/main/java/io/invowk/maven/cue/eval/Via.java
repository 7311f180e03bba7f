// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a conjunct came to its vertex.
 *
 * @param places the references that brought it, outermost first; the innermost of long chains are left out
 * @param matched the label that a pattern matched, if a pattern applied it where it stands and no reference did
 */
record Via(List<Place> places, @Nullable Place matched) {
    static final Via NONE = new Via(List.of(), null);
    private static final int LONGEST = 8;

    Via then(Place reference) {
        if (places.size() >= LONGEST) {
            return this;
        }
        List<Place> all = new ArrayList<>(places.size() + 1);
        all.addAll(places);
        all.add(reference);
        return new Via(all, matched);
    }

    Via then(Via inner) {
        if (inner.places.isEmpty() || places.size() >= LONGEST) {
            return this;
        }
        List<Place> all = new ArrayList<>(places);
        all.addAll(inner.places);
        return new Via(all.subList(0, Math.min(LONGEST, all.size())), matched);
    }

    /** The way of a pattern's value to a field. */
    Via matching(Vertex field) {
        boolean here = places.isEmpty() && !field.labelPlaces().isEmpty();
        return here ? new Via(places, field.labelPlaces().get(0)) : this;
    }

    @Nullable
    Place outermost() {
        return places.isEmpty() ? null : places.get(0);
    }

    /** Where the user put to use what is written elsewhere; null if it stands there itself. */
    @Nullable
    Place use() {
        return matched == null ? outermost() : matched;
    }

    /** All places on the way, outermost first. */
    List<Place> all() {
        if (matched == null) {
            return places;
        }
        List<Place> all = new ArrayList<>(places.size() + 1);
        all.add(matched);
        all.addAll(places);
        return all;
    }
}
