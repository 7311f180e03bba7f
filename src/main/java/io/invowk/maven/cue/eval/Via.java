// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The references that brought a conjunct to its vertex, outermost first; the innermost of long chains are left out. */
record Via(List<Place> places) {
    static final Via NONE = new Via(List.of());
    private static final int LONGEST = 8;

    Via then(Place reference) {
        if (places.size() >= LONGEST) {
            return this;
        }
        List<Place> all = new ArrayList<>(places.size() + 1);
        all.addAll(places);
        all.add(reference);
        return new Via(all);
    }

    Via then(Via inner) {
        if (inner.places.isEmpty() || places.size() >= LONGEST) {
            return this;
        }
        if (places.isEmpty()) {
            return inner;
        }
        List<Place> all = new ArrayList<>(places);
        all.addAll(inner.places);
        return new Via(all.subList(0, Math.min(LONGEST, all.size())));
    }

    @Nullable
    Place outermost() {
        return places.isEmpty() ? null : places.get(0);
    }
}
