// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.value;

import io.invowk.maven.diagnostic.Place;
import java.util.List;

/**
 * Where a value comes from.
 *
 * @param place where it was written
 * @param via what brought it to where it is used, outermost first: the label that a pattern matched, references; empty if
 *     it stands there itself
 */
public record Origin(Place place, List<Place> via) {
    public Origin {
        via = List.copyOf(via);
    }

    /** Where the user put the value to use: the outermost way there, else the value itself. */
    public Place use() {
        return via.isEmpty() ? place : via.get(0);
    }
}
