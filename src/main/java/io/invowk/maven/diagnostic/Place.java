// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A span of one source text: where a value was written, or where a problem is. There is one for every expression of a
 * file and it stays with the value, so it holds the two offsets and no object for them.
 */
public final class Place {
    private final SourceText source;
    private final int start;
    private final int end;

    /** The place of a span of a text. */
    public Place(SourceText source, Span span) {
        this.source = Objects.requireNonNull(source);
        this.start = span.start();
        this.end = span.end();
    }

    /** The text. */
    public SourceText source() {
        return source;
    }

    /** Where in the text. */
    public Span span() {
        return new Span(start, end);
    }

    /** Where the span begins. */
    public Position position() {
        return source.position(start);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place place && start == place.start && end == place.end && source.equals(place.source);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * source.hashCode() + start) + end;
    }

    /** The clickable form {@code name:line:column}. */
    @Override
    public String toString() {
        return source.name() + ":" + position();
    }
}
