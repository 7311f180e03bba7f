// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One problem: what is wrong, where, and how to go on.
 *
 * @param message one sentence, lower case, without a full stop; the user's text in double quotes
 * @param place where it is, empty if it belongs to no text
 * @param notes further facts, each shown after {@code =}
 * @param help a thing to do, shown last after {@code = help:}
 */
public record Diagnostic(String message, Optional<Place> place, List<String> notes, Optional<String> help) {
    public Diagnostic {
        notes = List.copyOf(notes);
    }

    /** A problem at a place. */
    public static Diagnostic at(Place place, String message) {
        return new Diagnostic(message, Optional.of(place), List.of(), Optional.empty());
    }

    /** A problem that belongs to no text. */
    public static Diagnostic of(String message) {
        return new Diagnostic(message, Optional.empty(), List.of(), Optional.empty());
    }

    /** This problem with one more note. */
    public Diagnostic note(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new Diagnostic(message, place, all, help);
    }

    /** This problem with a second place that takes part in it. */
    public Diagnostic also(String what, Place other) {
        return note(what + ": " + other);
    }

    /** This problem with a cure. */
    public Diagnostic help(String cure) {
        return new Diagnostic(message, place, notes, Optional.of(cure));
    }
}
