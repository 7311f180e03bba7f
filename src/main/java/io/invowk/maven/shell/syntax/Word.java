// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word of the grammar before any expansion.
 *
 * @param parts what it is made of, in order; none for an empty word
 * @param span where it is written
 * @param fixed the one field that it always expands to, or null if that takes an expansion
 * @param hasBrace whether an unquoted brace may begin a brace expansion
 */
public record Word(
        List<WordPart> parts, Span span, @Nullable String fixed, boolean hasBrace) {
    /** Characters that make unquoted text more than itself. */
    private static final String ACTIVE = "*?[~{\\";

    public Word {
        parts = List.copyOf(parts);
    }

    /** A word of these parts. */
    public static Word of(List<WordPart> parts, Span span) {
        boolean brace = false;
        boolean plain = true;
        StringBuilder text = new StringBuilder();
        for (WordPart part : parts) {
            if (part instanceof WordPart.Literal literal) {
                brace |= literal.text().indexOf('{') >= 0;
                plain &= parts.size() == 1 ? isPlain(literal.text()) : !isActive(literal.text());
                text.append(literal.text());
            } else if (part instanceof WordPart.Quoted quoted) {
                text.append(quoted.text());
            } else {
                plain = false;
            }
        }
        return new Word(parts, span, plain && !parts.isEmpty() ? text.toString() : null, brace);
    }

    /** The utility {@code [} is plain: nothing closes its bracket. */
    private static boolean isPlain(String text) {
        return text.equals("[") || !isActive(text);
    }

    private static boolean isActive(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ACTIVE.indexOf(c) >= 0 || (c == '(' && i > 0)) {
                return true;
            }
        }
        return false;
    }

    /** The text if all of it is unquoted and literal, as reserved words must be; else null. */
    public @Nullable String bare() {
        return parts.size() == 1 && parts.get(0) instanceof WordPart.Literal literal ? literal.text() : null;
    }

    /** Whether there is nothing in it, not even quotes. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
