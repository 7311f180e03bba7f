// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The user's text inside a message: in double quotes, on one line, not longer than a line bears. */
public final class Quoted {
    /** What is longer, in code points, is cut and ends in {@code ...}. */
    static final int MAX_CODE_POINTS = 60;

    private Quoted() {}

    /** The text in double quotes; control characters are shown as {@code \n}, {@code \t} or by their number. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().limit(MAX_CODE_POINTS).forEach(c -> append(c, out));
        if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            out.append("...");
        }
        return out.append('"').toString();
    }

    /** The text without quotes, as long as it is; what a terminal would obey is shown as in {@link #of}. */
    public static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> append(c, out));
        return out.toString();
    }

    /** All texts quoted, as a choice: {@code "a", "b" or "c"}. */
    public static String choice(Collection<String> texts) {
        List<String> quoted = texts.stream().map(Quoted::of).toList();
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        int last = quoted.size() - 1;
        return String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
    }

    private static void append(int c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (Character.isISOControl(c)) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}
