// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import io.invowk.maven.shell.text.ByteText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for a pattern in lines; text that stands for itself is looked for in their bytes. */
final class LineSearch {
    /** What is special in an expression of either kind, or may become so behind a backslash. */
    private static final String SPECIAL = "\\^$.[]*+?(){}|";

    private final Matcher matcher;
    private final boolean isLiteral;
    private final byte[] literal;

    /**
     * Looks for a pattern.
     *
     * @param literal the same as text, if the pattern is nothing else; else null
     */
    LineSearch(Pattern pattern, @Nullable String literal) {
        this.matcher = pattern.matcher("");
        this.isLiteral = literal != null;
        this.literal = ByteText.encode(literal == null ? "" : literal);
    }

    /**
     * Whether a text stands for itself, as an expression, and in bytes: only there no byte is a part of a character.
     *
     * @param fixed whether it is no expression
     */
    static boolean isLiteral(String text, boolean fixed) {
        return text.chars().allMatch(c -> c < 0x80 && (fixed || SPECIAL.indexOf(c) < 0));
    }

    /** Whether the line that came last has it. */
    boolean isIn(Lines lines) {
        if (isLiteral) {
            return contains(lines.bytes(), lines.start(), lines.end(), literal);
        }
        String text = ByteText.decode(lines.bytes(), lines.start(), lines.end() - lines.start());
        return matcher.reset(text).find();
    }

    private static boolean contains(byte[] bytes, int start, int end, byte[] wanted) {
        if (wanted.length == 0) {
            return true;
        }
        byte first = wanted[0];
        int last = end - wanted.length;
        for (int at = start; at <= last; at++) {
            if (bytes[at] == first && matches(bytes, at, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
