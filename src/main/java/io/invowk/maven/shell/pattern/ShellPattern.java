// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.pattern;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled pattern. Matching takes at most the product of the lengths of pattern and text; negated groups take the
 * length of the text once more.
 */
public final class ShellPattern {
    private final List<Element> elements;
    private final boolean ignoreCase;
    private final boolean allSingle;
    private final boolean hasGroup;
    private final @Nullable String literal;

    private ShellPattern(List<Element> elements, boolean ignoreCase) {
        this.elements = elements;
        this.ignoreCase = ignoreCase;
        this.allSingle = elements.stream().allMatch(Element::isSingle);
        this.hasGroup = elements.stream().anyMatch(Element.Group.class::isInstance);
        this.literal = ignoreCase ? null : literalOf(elements);
    }

    /**
     * Compiles the text of a pattern.
     *
     * @param extended whether groups like {@code @(a|b)} are known
     */
    public static ShellPattern compile(String text, boolean extended, boolean ignoreCase) {
        return new ShellPattern(PatternParser.parse(text, extended), ignoreCase);
    }

    /** Whether the text of a pattern may be more than a quoted or plain text; a bracket that nothing closes is no more. */
    public static boolean isPattern(String text, boolean extended) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '*', '?' -> {
                    return true;
                }
                case '[' -> {
                    if (text.indexOf(']', i + 2) >= 0) {
                        return true;
                    }
                }
                case '+', '@', '!' -> {
                    if (extended && i + 1 < text.length() && text.charAt(i + 1) == '(') {
                        return true;
                    }
                }
                default -> {
                    // Stands for itself.
                }
            }
        }
        return false;
    }

    /** The text with its quoting backslashes removed. */
    public static String unquote(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }

    private static @Nullable String literalOf(List<Element> elements) {
        StringBuilder text = new StringBuilder();
        for (Element element : elements) {
            if (!(element instanceof Element.One one)) {
                return null;
            }
            text.appendCodePoint(one.character());
        }
        return text.toString();
    }

    /** Whether the pattern matches all of a text. */
    public boolean matches(String text) {
        if (literal != null) {
            return literal.equals(text);
        }
        return hasGroup ? Reach.forward(this, text, 0).get(text.length()) : matchesSimply(text);
    }

    /** Goes back to the last star only: POSIX patterns need no more. */
    private boolean matchesSimply(String text) {
        int at = 0;
        int element = 0;
        int star = -1;
        int starAt = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (element < elements.size() && elements.get(element) instanceof Element.Many) {
                star = element++;
                starAt = at;
            } else if (element < elements.size() && elements.get(element).takes(c, ignoreCase)) {
                element++;
                at += Character.charCount(c);
            } else if (star >= 0) {
                element = star + 1;
                starAt += Character.charCount(text.codePointAt(starAt));
                at = starAt;
            } else {
                return false;
            }
        }
        while (element < elements.size() && elements.get(element) instanceof Element.Many) {
            element++;
        }
        return element == elements.size();
    }

    /** Where the longest match that begins at an offset ends; -1 if there is none. */
    public int longestFrom(String text, int start) {
        if (allSingle) {
            return singlesFrom(text, start);
        }
        if (cannotBegin(text, start)) {
            return -1;
        }
        return Reach.forward(this, text, start).length() - 1;
    }

    /** Where the shortest match that begins at an offset ends; -1 if there is none. */
    public int shortestFrom(String text, int start) {
        return allSingle
                ? singlesFrom(text, start)
                : Reach.forward(this, text, start).nextSetBit(start);
    }

    /** Where the longest match that ends with the text begins; -1 if there is none. */
    public int longestToEnd(String text) {
        return Reach.backward(this, text).nextSetBit(0);
    }

    /** Where the shortest match that ends with the text begins; -1 if there is none. */
    public int shortestToEnd(String text) {
        return Reach.backward(this, text).length() - 1;
    }

    private boolean cannotBegin(String text, int start) {
        Element first = elements.get(0);
        return first.isSingle() && (start == text.length() || !first.takes(text.codePointAt(start), ignoreCase));
    }

    private int singlesFrom(String text, int start) {
        int at = start;
        for (Element element : elements) {
            if (at == text.length()) {
                return -1;
            }
            int c = text.codePointAt(at);
            if (!element.takes(c, ignoreCase)) {
                return -1;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    /** The offsets that a pattern can reach in a text, all at once. */
    private static final class Reach {
        private final String text;
        private final boolean ignoreCase;
        private final boolean backward;

        private Reach(String text, boolean ignoreCase, boolean backward) {
            this.text = text;
            this.ignoreCase = ignoreCase;
            this.backward = backward;
        }

        static BitSet forward(ShellPattern pattern, String text, int start) {
            BitSet from = new BitSet(text.length() + 1);
            from.set(start);
            return new Reach(text, pattern.ignoreCase, false).all(pattern.elements, from);
        }

        static BitSet backward(ShellPattern pattern, String text) {
            BitSet from = new BitSet(text.length() + 1);
            from.set(text.length());
            return new Reach(text, pattern.ignoreCase, true).all(pattern.elements, from);
        }

        private BitSet all(List<Element> elements, BitSet from) {
            BitSet reached = from;
            for (int i = 0; i < elements.size() && !reached.isEmpty(); i++) {
                reached = one(elements.get(backward ? elements.size() - 1 - i : i), reached);
            }
            return reached;
        }

        private BitSet one(Element element, BitSet from) {
            if (element instanceof Element.Many) {
                return anyDistance(from);
            }
            return element instanceof Element.Group group ? group(group, from) : single(element, from);
        }

        private BitSet anyDistance(BitSet from) {
            BitSet reached = new BitSet(text.length() + 1);
            if (backward) {
                reached.set(0, from.length());
            } else {
                reached.set(from.nextSetBit(0), text.length() + 1);
            }
            return reached;
        }

        private BitSet single(Element element, BitSet from) {
            BitSet reached = new BitSet(text.length() + 1);
            for (int at = from.nextSetBit(0); at >= 0; at = from.nextSetBit(at + 1)) {
                if (backward ? at > 0 : at < text.length()) {
                    int c = backward ? text.codePointBefore(at) : text.codePointAt(at);
                    if (element.takes(c, ignoreCase)) {
                        reached.set(backward ? at - Character.charCount(c) : at + Character.charCount(c));
                    }
                }
            }
            return reached;
        }

        private BitSet group(Element.Group group, BitSet from) {
            return switch (group.operator()) {
                case '@' -> alternatives(group, from);
                case '?' -> union(alternatives(group, from), from);
                case '+' -> repeated(group, alternatives(group, from));
                case '*' -> repeated(group, from);
                default -> others(group, from);
            };
        }

        private static BitSet union(BitSet a, BitSet b) {
            a.or(b);
            return a;
        }

        private BitSet alternatives(Element.Group group, BitSet from) {
            BitSet reached = new BitSet(text.length() + 1);
            for (List<Element> alternative : group.alternatives()) {
                reached.or(all(alternative, from));
            }
            return reached;
        }

        private BitSet repeated(Element.Group group, BitSet from) {
            BitSet reached = (BitSet) from.clone();
            BitSet fresh = from;
            while (!fresh.isEmpty()) {
                BitSet next = alternatives(group, fresh);
                next.andNot(reached);
                reached.or(next);
                fresh = next;
            }
            return reached;
        }

        /** All offsets that no alternative reaches. */
        private BitSet others(Element.Group group, BitSet from) {
            BitSet reached = new BitSet(text.length() + 1);
            for (int at = from.nextSetBit(0); at >= 0; at = from.nextSetBit(at + 1)) {
                BitSet start = new BitSet(text.length() + 1);
                start.set(at);
                BitSet rest = anyDistance(start);
                rest.andNot(alternatives(group, start));
                reached.or(rest);
            }
            return reached;
        }
    }
}
