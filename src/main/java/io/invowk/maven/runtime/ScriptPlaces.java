// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Span;
import java.util.Optional;

/** Finds a part of a script in the file that the script stands in. */
@FunctionalInterface
public interface ScriptPlaces {
    /**
     * Where a part was written; empty if the file does not show it, for example because the script was put together.
     *
     * @param origin where the script was written
     * @param text the script
     * @param part of the script
     */
    Optional<Place> find(Place origin, String text, Span part);
}
