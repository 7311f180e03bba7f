// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import io.invowk.maven.cue.Violation;
import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.ValuePath;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One problem with one value. A value that is used in several places gives several findings with one place.
 *
 * @param via the references that brought the value to where it is used
 * @param expected what would be right there, empty if the message says it
 * @param notes further facts, shown after the path
 */
public record Finding(
        Kind kind,
        Place place,
        List<Place> via,
        ValuePath path,
        String message,
        String expected,
        List<String> notes,
        Optional<String> help) {
    public Finding {
        via = List.copyOf(via);
        notes = List.copyOf(notes);
    }

    public static Finding of(Kind kind, Located node, String message) {
        return new Finding(kind, node.place(), node.via(), node.path(), message, "", List.of(), Optional.empty());
    }

    /** What the schema refuses. */
    public static Finding of(Violation violation) {
        return new Finding(
                Kind.SCHEMA,
                violation.place(),
                violation.via(),
                violation.path(),
                violation.message(),
                violation.expected(),
                List.of(),
                violation.help());
    }

    /** The same for another place: the label of a field, say. */
    public Finding at(Place other) {
        return new Finding(kind, other, via, path, message, expected, notes, help);
    }

    /** The same, marking only where a value begins: what is missing in a struct is missing nowhere in particular. */
    public Finding atOpening() {
        Span span = place.span();
        return at(new Place(place.source(), new Span(span.start(), Math.min(span.start() + 1, span.end()))));
    }

    public Finding path(ValuePath other) {
        return new Finding(kind, place, via, other, message, expected, notes, help);
    }

    public Finding expected(String what) {
        return new Finding(kind, place, via, path, message, what, notes, help);
    }

    /** The same with a second place that takes part; the same place if one text gives several values. */
    public Finding also(String what, Place other) {
        List<String> all = new ArrayList<>(notes);
        all.add(other.equals(place) ? "both come from this text" : what + ": " + other);
        return new Finding(kind, place, via, path, message, expected, all, help);
    }

    public Finding help(String cure) {
        return help(Optional.of(cure));
    }

    public Finding help(Optional<String> cure) {
        return new Finding(kind, place, via, path, message, expected, notes, cure);
    }

    /** What two findings share that say the same about one value. */
    public Key key() {
        return new Key(kind, place, message);
    }

    /**
     * The finding as it is shown.
     *
     * @param others how many further uses of the value have the same problem
     */
    public Diagnostic diagnostic(int others) {
        Diagnostic diagnostic = Diagnostic.at(place, message);
        String where = whereAndWhat(others);
        if (!where.isEmpty()) {
            diagnostic = diagnostic.note(where);
        }
        for (String note : notes) {
            diagnostic = diagnostic.note(note);
        }
        if (!via.isEmpty() && !via.get(0).equals(place)) {
            diagnostic = diagnostic.also("used here", via.get(0));
        }
        return help.isPresent() ? diagnostic.help(help.get()) : diagnostic;
    }

    private String whereAndWhat(int others) {
        List<String> parts = new ArrayList<>();
        if (!path.labels().isEmpty()) {
            parts.add("at " + path + (others == 0 ? "" : " and " + others + " more"));
        }
        if (!expected.isEmpty()) {
            parts.add("expected " + expected);
        }
        return String.join(", ", parts);
    }

    /** See {@link #key()}. */
    public record Key(Kind kind, Place place, String message) {}
}
