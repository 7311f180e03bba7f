// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.ValuePath;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/**
 * One thing in a value that its schema refuses.
 *
 * @param path what is wrong, or missing
 * @param place where it was written; for what is missing, where the struct around it begins
 * @param via the references that brought the value to where it is used, outermost first
 * @param message one sentence
 * @param expected what would be right there; empty if the message says it
 * @param help what to do
 */
public record Violation(
        ValuePath path, Place place, List<Place> via, String message, String expected, Optional<String> help) {
    public Violation {
        via = List.copyOf(via);
    }

    /** A violation by a value. */
    static Violation of(Located value, String message, String expected, Optional<String> help) {
        return new Violation(value.path(), value.place(), value.via(), message, expected, help);
    }

    /** A violation by a field of a struct, marked at its label. */
    static Violation atLabel(
            Located struct, String name, Place label, String message, String expected, Optional<String> help) {
        return new Violation(struct.path().field(name), label, struct.via(), message, expected, help);
    }

    /** A violation by what a struct does not have, marked where it opens. */
    static Violation missing(Located struct, String name, String message, String expected) {
        Place place = struct.place();
        Span span = place.span();
        Span opening = new Span(span.start(), Math.min(span.start() + 1, span.end()));
        return new Violation(
                struct.path().field(name),
                new Place(place.source(), opening),
                struct.via(),
                message,
                expected,
                Optional.empty());
    }

    /** The violation as it is shown. */
    public Diagnostic diagnostic() {
        Diagnostic diagnostic = Diagnostic.at(place, message).note("at " + path);
        if (!expected.isEmpty()) {
            diagnostic = diagnostic.note("expected " + expected);
        }
        if (!via.isEmpty() && !via.get(0).equals(place)) {
            diagnostic = diagnostic.also("used here", via.get(0));
        }
        return help.isPresent() ? diagnostic.help(help.get()) : diagnostic;
    }
}
