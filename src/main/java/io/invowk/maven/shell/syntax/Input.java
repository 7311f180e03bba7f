// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.diagnostic.UserException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that is being read, and where its characters stand in the source. The two differ where an alias was put in, or
 * where backslashes or tabs were taken out.
 */
final class Input {
    /** Deeper commands are refused, so that every stage may walk them recursively. */
    static final int MAX_NESTING = 200;

    private static final int END = -1;

    private final SourceText source;
    private final List<Shift> shifts = new ArrayList<>();
    private final UnsupportedCommands unsupported;
    private final int nestingAtStart;
    private String text;
    private int nesting;
    int at;

    /** From an offset on, this much is added to get the offset in the source. */
    private record Shift(int from, int by) {}

    Input(SourceText source, int start) {
        this(source, source.text(), 0, 0, new UnsupportedCommands());
        this.at = start;
    }

    private Input(SourceText source, String text, int base, int nesting, UnsupportedCommands unsupported) {
        this.source = source;
        this.unsupported = unsupported;
        this.text = text;
        this.nesting = nesting;
        this.nestingAtStart = nesting;
        shifts.add(new Shift(0, base));
    }

    /** A text of its own that was taken from this one, where the given offset is. */
    Input within(String part, int offset) {
        return new Input(source, part, original(offset), nesting, unsupported);
    }

    /** Notes that the source moves ahead by so many characters from an offset of this text on. */
    void skipInSource(int offset, int count) {
        shifts.add(new Shift(offset, shifts.get(shifts.size() - 1).by() + count));
    }

    /** The utilities of all of the source that this shell cannot have. */
    UnsupportedCommands unsupported() {
        return unsupported;
    }

    String text() {
        return text;
    }

    SourceText source() {
        return source;
    }

    /** Puts a text in the place of another; it is read next. */
    void splice(int start, int end, String replacement) {
        int place = original(start);
        int behind = original(end);
        List<Shift> later = new ArrayList<>();
        shifts.removeIf(shift -> shift.from() > start && later.add(shift));
        text = text.substring(0, start) + replacement + text.substring(end);
        for (int i = 0; i <= replacement.length(); i++) {
            shifts.add(new Shift(start + i, place - start - i));
        }
        int newEnd = start + replacement.length();
        shifts.add(new Shift(newEnd, behind - newEnd));
        int moved = newEnd - end;
        later.stream()
                .filter(shift -> shift.from() > end)
                .forEach(shift -> shifts.add(new Shift(shift.from() + moved, shift.by() - moved)));
        at = start;
    }

    /** Where a character stands in the source. */
    int original(int offset) {
        int low = 0;
        int high = shifts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (shifts.get(middle).from() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.min(offset + shifts.get(low).by(), source.text().length());
    }

    Span span(int start, int end) {
        int from = original(start);
        return new Span(from, Math.max(from, original(end)));
    }

    int line(int offset) {
        return source.position(original(offset)).line();
    }

    /** A syntax error, to be thrown. */
    UserException error(int start, int end, String message) {
        return new UserException(diagnostic(start, end, message));
    }

    /** A syntax error with a cure, to be thrown. */
    UserException error(int start, int end, String message, String help) {
        return new UserException(diagnostic(start, end, message).help(help));
    }

    private Diagnostic diagnostic(int start, int end, String message) {
        return Diagnostic.at(new Place(source, span(start, end)), message);
    }

    /** Notes that something nested begins. */
    void enter() {
        if (++nesting > MAX_NESTING) {
            throw error(at, at + 1, "commands nest more than " + MAX_NESTING + " deep");
        }
    }

    void leave() {
        nesting--;
    }

    /** A place to go back to. */
    int mark() {
        return nesting - nestingAtStart;
    }

    void reset(int offset, int mark) {
        at = offset;
        nesting = nestingAtStart + mark;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The character here, or -1; line continuations are skipped. */
    int peek() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '\\' || at + 1 >= text.length() || text.charAt(at + 1) != '\n') {
                return c;
            }
            at += 2;
        }
        return END;
    }

    /** A later character, or -1; continuations count as characters. */
    int peek(int offset) {
        return at + offset < text.length() ? text.charAt(at + offset) : END;
    }

    boolean lookingAt(String expected) {
        peek();
        return text.startsWith(expected, at);
    }
}
