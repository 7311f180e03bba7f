// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.pattern;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of a pattern. */
final class PatternParser {
    /** Deeper groups are text. */
    private static final int MAX_NESTING = 50;

    private final String text;
    private final boolean extended;
    private int at;
    private int nesting;

    private PatternParser(String text, boolean extended) {
        this.text = text;
        this.extended = extended;
    }

    static List<Element> parse(String text, boolean extended) {
        PatternParser parser = new PatternParser(text, extended);
        List<Element> elements = new ArrayList<>();
        while (parser.at < text.length()) {
            elements.add(parser.element());
        }
        return withoutDoubleStars(elements);
    }

    private static List<Element> withoutDoubleStars(List<Element> elements) {
        List<Element> kept = new ArrayList<>(elements.size());
        for (Element element : elements) {
            boolean repeated = element instanceof Element.Many
                    && !kept.isEmpty()
                    && kept.get(kept.size() - 1) instanceof Element.Many;
            if (!repeated) {
                kept.add(element);
            }
        }
        return kept;
    }

    private Element element() {
        char c = text.charAt(at);
        if (extended && at + 1 < text.length() && text.charAt(at + 1) == '(' && "?*+@!".indexOf(c) >= 0) {
            Element group = group(c);
            if (group != null) {
                return group;
            }
        }
        return switch (c) {
            case '?' -> {
                at++;
                yield new Element.Any();
            }
            case '*' -> {
                at++;
                yield new Element.Many();
            }
            case '[' -> bracket();
            case '\\' -> {
                at += at + 1 < text.length() ? 1 : 0;
                yield one();
            }
            default -> one();
        };
    }

    private Element.One one() {
        return new Element.One(next());
    }

    private int next() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    /** The group here; null, and nothing is taken, if it is not closed. */
    private @org.jspecify.annotations.Nullable Element group(char operator) {
        int start = at;
        if (nesting == MAX_NESTING) {
            return null;
        }
        nesting++;
        at += 2;
        List<List<Element>> alternatives = new ArrayList<>();
        List<Element> current = new ArrayList<>();
        Element result = null;
        while (at < text.length() && result == null) {
            char c = text.charAt(at);
            if (c == '|' || c == ')') {
                at++;
                alternatives.add(withoutDoubleStars(current));
                current = new ArrayList<>();
                if (c == ')') {
                    result = new Element.Group(operator, alternatives);
                }
            } else {
                current.add(element());
            }
        }
        nesting--;
        if (result == null) {
            at = start;
        }
        return result;
    }

    /** The bracket expression here; if it is not closed, the bracket stands for itself. */
    private Element bracket() {
        int start = at;
        Element read = new BracketReader().read();
        if (read == null) {
            at = start;
            return one();
        }
        return read;
    }

    /** Reads what stands between brackets: POSIX XBD 9.3.5. */
    private final class BracketReader {
        private final List<int[]> ranges = new ArrayList<>();
        private final List<CharacterClass> classes = new ArrayList<>();

        @org.jspecify.annotations.Nullable
        Element read() {
            at++;
            boolean negated = at < text.length() && (text.charAt(at) == '!' || text.charAt(at) == '^');
            at += negated ? 1 : 0;
            int first = at;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == ']' && at > first) {
                    at++;
                    return new Element.Bracket(negated, ranges, classes);
                }
                if (c == '[' && text.startsWith(":", at + 1) && text.indexOf(":]", at + 2) >= 0) {
                    int end = text.indexOf(":]", at + 2);
                    CharacterClass.named(text.substring(at + 2, end)).ifPresent(classes::add);
                    at = end + 2;
                } else {
                    range();
                }
            }
            return null;
        }

        private void range() {
            int low = member();
            boolean isRange = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
            int high = low;
            if (isRange) {
                at++;
                high = member();
            }
            ranges.add(new int[] {low, high});
        }

        /** A character, perhaps quoted or written as {@code [.x.]} or {@code [=x=]}. */
        private int member() {
            char c = text.charAt(at);
            if (c == '[' && at + 1 < text.length() && ".=".indexOf(text.charAt(at + 1)) >= 0) {
                String closing = text.charAt(at + 1) + "]";
                int end = text.indexOf(closing, at + 2);
                if (end > at + 2 && text.codePointCount(at + 2, end) == 1) {
                    int character = text.codePointAt(at + 2);
                    at = end + 2;
                    return character;
                }
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
            }
            return next();
        }
    }
}
