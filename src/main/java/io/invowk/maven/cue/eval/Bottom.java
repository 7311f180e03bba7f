// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An error at a vertex.
 *
 * @param incomplete whether more data could still mend it
 * @param at the vertex, for the path
 * @param primary the place shown first, if one stands out
 * @param others all other places that take part
 * @param notes further facts
 * @param help what to do
 * @param late whether it can be found only when nothing more can come: a field that is not allowed, or alternatives
 *     that such a field leaves none of
 */
record Bottom(
        ErrorKind kind,
        boolean incomplete,
        Vertex at,
        String message,
        @Nullable Place primary,
        List<Place> others,
        List<String> notes,
        Optional<String> help,
        boolean late) {
    private static final Comparator<Place> BY_PLACE = Comparator.comparing(
                    (Place place) -> place.source().name())
            .thenComparing(place -> place.span().start())
            .thenComparing(place -> place.span().end());

    static Bottom of(ErrorKind kind, boolean incomplete, Vertex at, @Nullable Place primary, String message) {
        boolean late = kind == ErrorKind.CLOSED;
        return new Bottom(kind, incomplete, at, message, primary, List.of(), List.of(), Optional.empty(), late);
    }

    static Bottom fatal(ErrorKind kind, Vertex at, @Nullable Place primary, String message) {
        return of(kind, false, at, primary, message);
    }

    Bottom also(Place place) {
        List<Place> all = new ArrayList<>(others);
        all.add(place);
        return new Bottom(kind, incomplete, at, message, primary, all, notes, help, late);
    }

    Bottom also(List<Place> places) {
        List<Place> all = new ArrayList<>(others);
        all.addAll(places);
        return new Bottom(kind, incomplete, at, message, primary, all, notes, help, late);
    }

    /** The same error at another vertex. */
    Bottom at(Vertex other) {
        return new Bottom(kind, incomplete, other, message, primary, others, notes, help, late);
    }

    Bottom note(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new Bottom(kind, incomplete, at, message, primary, others, all, help, late);
    }

    Bottom help(String cure) {
        return new Bottom(kind, incomplete, at, message, primary, others, notes, Optional.of(cure), late);
    }

    /** The same error, which can be found only when nothing more can come. */
    Bottom foundLate() {
        return new Bottom(kind, incomplete, at, message, primary, others, notes, help, true);
    }

    /** The places in the order they are shown, each once. */
    List<Place> places() {
        Set<Place> all = new LinkedHashSet<>();
        if (primary != null) {
            all.add(primary);
        }
        others.stream().sorted(BY_PLACE).forEach(all::add);
        return List.copyOf(all);
    }
}
