// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.diagnostic.UserException;
import java.util.List;
import java.util.TreeMap;

/** The problems of one text, one for each offset: what else is found at the same place follows from the first. */
final class Problems {
    private static final int LONGEST_QUOTE = 40;

    private final SourceText source;
    private final TreeMap<Integer, Diagnostic> byOffset = new TreeMap<>();

    Problems(SourceText source) {
        this.source = source;
    }

    /** A piece of the user's text in double quotes, at most its first line and {@value LONGEST_QUOTE} characters. */
    static String quoted(String text) {
        int lineEnd = text.indexOf('\n');
        int end = Math.min(lineEnd < 0 ? text.length() : lineEnd, LONGEST_QUOTE);
        return "\"" + (end < text.length() ? text.substring(0, end) + "..." : text) + "\"";
    }

    /** A problem at a place of this text, not yet reported. */
    Diagnostic at(Span span, String message) {
        return Diagnostic.at(place(span), message);
    }

    Place place(Span span) {
        return new Place(source, span);
    }

    void report(Diagnostic diagnostic) {
        int offset = diagnostic.place().map(place -> place.span().start()).orElse(0);
        byOffset.putIfAbsent(offset, diagnostic);
    }

    /** Whether a problem within a span is reported. */
    boolean isAnyIn(Span span) {
        return !byOffset.subMap(span.start(), span.end()).isEmpty();
    }

    /** Ends the stage if there is any problem. */
    void throwIfAny() {
        if (!byOffset.isEmpty()) {
            throw new UserException(List.copyOf(byOffset.values()));
        }
    }
}
