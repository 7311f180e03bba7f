// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.regexp;

/** Bracket expressions of POSIX, in which a backslash is a character like others, as RE2 writes them. */
final class BracketText {
    private BracketText() {}

    /** The pattern with its bracket expressions changed. */
    static String translate(String pattern) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int close = c == '[' ? closing(pattern, at) : -1;
            if (close > 0) {
                bracket(pattern, at, close, out);
                at = close + 1;
            } else {
                out.append(c);
                at++;
                if (c == '\\' && at < pattern.length()) {
                    out.append(pattern.charAt(at++));
                }
            }
        }
        return out.toString();
    }

    private static int closing(String pattern, int open) {
        int at = open + 1;
        at += pattern.startsWith("^", at) ? 1 : 0;
        at += pattern.startsWith("]", at) ? 1 : 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == ']') {
                return at;
            }
            int end = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
            at = end > 0 ? end + 2 : at + 1;
        }
        return -1;
    }

    private static void bracket(String pattern, int open, int close, StringBuilder out) {
        int at = open + 1;
        out.append('[');
        if (pattern.charAt(at) == '^') {
            out.append('^');
            at++;
        }
        while (at < close) {
            char c = pattern.charAt(at);
            int end = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
            if (end > 0) {
                out.append(pattern, at, end + 2);
                at = end + 2;
                continue;
            }
            if (c == '\\' || c == '[' || c == ']' || c == '&' || c == '~') {
                out.append('\\');
            }
            out.append(c);
            at++;
        }
        out.append(']');
    }
}
