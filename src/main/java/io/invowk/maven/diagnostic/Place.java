// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

/** A span of one source text: where a value was written, or where a problem is. */
public record Place(SourceText source, Span span) {
    /** Where the span begins. */
    public Position position() {
        return source.position(span.start());
    }

    /** The clickable form {@code name:line:column}. */
    @Override
    public String toString() {
        return source.name() + ":" + position();
    }
}
