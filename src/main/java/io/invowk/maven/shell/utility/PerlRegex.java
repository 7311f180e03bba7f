// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.Map;

/** Regular expressions of {@code grep -P}, as the JDK writes them: pcre2pattern(3). */
final class PerlRegex {
    /** The empty group at the place of {@code \K}: what is before it is matched, and not shown. */
    static final String SHOWN_FROM = "grepShownFrom";

    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alnum", "\\p{Alnum}"),
            Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("ascii", "\\p{ASCII}"),
            Map.entry("blank", "\\p{Blank}"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("digit", "\\p{Digit}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("lower", "\\p{Lower}"),
            Map.entry("print", "\\p{Print}"),
            Map.entry("punct", "\\p{Punct}"),
            Map.entry("space", "\\s"),
            Map.entry("upper", "\\p{Upper}"),
            Map.entry("word", "\\w"),
            Map.entry("xdigit", "\\p{XDigit}"));

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private PerlRegex(String text) {
        this.text = text;
    }

    /** The same for the JDK. */
    static String translate(String text) {
        return new PerlRegex(text).translate();
    }

    private String translate() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("\\K", at)) {
                out.append("(?<").append(SHOWN_FROM).append(">)");
                at += 2;
            } else if (text.startsWith("\\Q", at)) {
                int end = text.indexOf("\\E", at);
                copy((end < 0 ? text.length() : end + 2) - at);
            } else if (c == '\\') {
                copy(2);
            } else if (text.startsWith("(?P<", at)) {
                out.append("(?<");
                at += 4;
            } else if (c == '[') {
                bracket();
            } else {
                copy(1);
            }
        }
        return out.toString();
    }

    private void copy(int count) {
        int end = Math.min(text.length(), at + count);
        out.append(text, at, end);
        at = end;
    }

    /** In a bracket an opening one and an ampersand stand for themselves, and so does a closing one that is the first. */
    private void bracket() {
        copy(text.startsWith("[^", at) ? 2 : 1);
        boolean first = true;
        while (at < text.length() && (first || text.charAt(at) != ']')) {
            char c = text.charAt(at);
            if (c == '\\') {
                copy(2);
            } else if (text.startsWith("[:", at) && text.indexOf(":]", at) > 0) {
                named();
            } else if (c == '[' || c == '&' || c == ']') {
                out.append('\\').append(c);
                at++;
            } else {
                copy(1);
            }
            first = false;
        }
        copy(1);
    }

    private void named() {
        int end = text.indexOf(":]", at);
        String name = text.substring(at + 2, end);
        boolean not = name.startsWith("^");
        String known = CLASSES.get(not ? name.substring(1) : name);
        if (known == null) {
            throw new IllegalArgumentException("unknown POSIX class name");
        }
        out.append(not ? "[^" + known + "]" : known);
        at = end + 2;
    }
}
