// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.regex.Pattern;

/** Patterns for names of files: {@code * ? [...]}, and a backslash before what is meant as it is. */
final class NamePattern {
    private NamePattern() {}

    static boolean matches(String pattern, String name) {
        return compile(pattern, false).matcher(name).matches();
    }

    static Pattern compile(String pattern, boolean ignoreCase) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            int close = c == '[' ? close(pattern, at) : -1;
            if (c == '*') {
                out.append(".*");
            } else if (c == '?') {
                out.append('.');
            } else if (close > 0) {
                boolean not = pattern.charAt(at) == '!' || pattern.charAt(at) == '^';
                String set = pattern.substring(not ? at + 1 : at, close);
                out.append(BasicRegex.translate("[" + (not ? "^" : "") + set + "]", true));
                at = close + 1;
            } else {
                char literal = c == '\\' && at < pattern.length() ? pattern.charAt(at++) : c;
                out.append(Pattern.quote(String.valueOf(literal)));
            }
        }
        int flags = Pattern.DOTALL;
        return Pattern.compile(
                out.toString(), ignoreCase ? flags | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : flags);
    }

    /** Where the bracket closes that is open before an offset; -1 if it does not. */
    private static int close(String pattern, int start) {
        int at = start;
        if (at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^')) {
            at++;
        }
        if (at < pattern.length() && pattern.charAt(at) == ']') {
            // In the first place it stands for itself.
            at++;
        }
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            boolean named = pattern.charAt(at) == '[' && at + 1 < pattern.length();
            int end = named && ":.=".indexOf(pattern.charAt(at + 1)) >= 0
                    ? pattern.indexOf(pattern.charAt(at + 1) + "]", at + 2)
                    : -1;
            at = end < 0 ? at + 1 : end + 2;
        }
        return at < pattern.length() ? at : -1;
    }
}
