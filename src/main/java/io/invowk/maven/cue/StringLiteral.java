// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.syntax.LiteralOffsets;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Span;
import java.util.Optional;

/** Where the characters of a string were written in a file. */
public final class StringLiteral {
    private StringLiteral() {}

    /**
     * Where a part of a string was written; empty if the string is not written there as one literal without interpolations.
     *
     * @param literal where the string was written
     * @param value the string
     * @param part of the string; its end may be that of the string
     */
    public static Optional<Place> find(Place literal, String value, Span part) {
        return LiteralOffsets.of(literal, value).map(offsets -> {
            int start = offsets[part.start()];
            int end = part.end() > part.start() ? offsets[part.end() - 1] + 1 : start;
            return new Place(literal.source(), new Span(start, Math.max(start, end)));
        });
    }
}
