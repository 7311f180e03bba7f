// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.regex.Pattern;

/** A shell pattern for one path: {@code *} and {@code ?} match no separator; {@code [a-z]}, {@code [^a]}. */
final class PathPattern {
    private final String pattern;
    private final char separator;
    private final boolean escapes;
    private int at;

    /**
     * Takes a pattern.
     *
     * @param windows whether the backslash is a separator and escapes nothing
     */
    PathPattern(String pattern, char separator, boolean windows) {
        this.pattern = pattern;
        this.separator = separator;
        this.escapes = !windows;
    }

    boolean matches(String name) {
        StringBuilder regexp = new StringBuilder();
        String other = "[^" + Pattern.quote(String.valueOf(separator)) + "]";
        while (at < pattern.length()) {
            int rune = next();
            if (rune == '*') {
                if (!regexp.toString().endsWith(other + "*+")
                        && !regexp.toString().endsWith(other + "*")) {
                    regexp.append(other).append('*');
                }
            } else if (rune == '?') {
                regexp.append(other);
            } else if (rune == '[') {
                regexp.append(set());
            } else {
                regexp.append(literal(escaped(rune)));
            }
        }
        return Pattern.compile(regexp.toString(), Pattern.DOTALL).matcher(name).matches();
    }

    private int next() {
        if (at >= pattern.length()) {
            throw new CallException("syntax error in pattern \"" + pattern + "\"");
        }
        int rune = pattern.codePointAt(at);
        at += Character.charCount(rune);
        return rune;
    }

    private int escaped(int rune) {
        return rune == '\\' && escapes ? next() : rune;
    }

    private static String literal(int rune) {
        return Pattern.quote(Character.toString(rune));
    }

    private String set() {
        StringBuilder set = new StringBuilder("[");
        boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
        if (negated) {
            at++;
            set.append('^');
        }
        boolean first = true;
        while (true) {
            int low = next();
            if (low == ']' && !first) {
                return set.append(']').toString();
            }
            if (low == ']' || low == '-') {
                throw new CallException("syntax error in pattern \"" + pattern + "\"");
            }
            first = false;
            low = escaped(low);
            int high = low;
            if (at < pattern.length() && pattern.charAt(at) == '-') {
                at++;
                high = next();
                if (high == ']' || high == '-') {
                    throw new CallException("syntax error in pattern \"" + pattern + "\"");
                }
                high = escaped(high);
            }
            if (low <= high) {
                set.append(String.format("\\x{%x}-\\x{%x}", low, high));
            }
        }
    }
}
