// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

/**
 * A half-open range of UTF-16 offsets in a source text.
 *
 * @param start first offset, from 0
 * @param end offset after the last one, at least {@code start}
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + ".." + end);
        }
    }

    /** The smallest span that holds both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
