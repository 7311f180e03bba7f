// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.regex.Pattern;

/**
 * Regular expressions of POSIX (XBD 9) as those of the JDK. What POSIX leaves open is as GNU has it: {@code \? \+ \|} in basic
 * ones, {@code \w \W \s \S \b \< \>} in both.
 */
final class BasicRegex {
    private final String text;
    private final boolean extended;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int open;

    private BasicRegex(String text, boolean extended) {
        this.text = text;
        this.extended = extended;
    }

    /** The pattern of the JDK for an expression. */
    static String translate(String text, boolean extended) {
        return new BasicRegex(text, extended).translate();
    }

    private String translate() {
        boolean start = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean next = false;
            if (c == '\\') {
                next = escape(start);
            } else if (c == '[') {
                bracket();
            } else if (c == '^' && (start || extended)) {
                out.append('^');
                at++;
                next = !extended || start;
            } else if (c == '$' && (extended || endsHere())) {
                out.append('$');
                at++;
            } else if (c == '.') {
                out.append('.');
                at++;
            } else if (c == '*' && start) {
                out.append("\\*");
                at++;
            } else if (c == '*') {
                at++;
                out.append('*');
                dropRepeats();
            } else if (extended && "+?|(){".indexOf(c) >= 0) {
                next = extendedOperator(c, start);
            } else {
                literal(text.codePointAt(at));
                at += Character.charCount(text.codePointAt(at));
            }
            start = next;
        }
        if (open > 0) {
            throw new IllegalArgumentException("Unmatched ( or \\(");
        }
        return out.toString();
    }

    /** More stars behind one say nothing new, but would make it possessive or lazy for the JDK. */
    private void dropRepeats() {
        while (at < text.length() && (text.charAt(at) == '*' || (extended && "+?".indexOf(text.charAt(at)) >= 0))) {
            at++;
        }
    }

    private boolean endsHere() {
        return at + 1 == text.length() || text.startsWith("\\)", at + 1) || text.startsWith("\\|", at + 1);
    }

    private boolean extendedOperator(char c, boolean start) {
        at++;
        switch (c) {
            case '(' -> {
                out.append('(');
                open++;
                return true;
            }
            case ')' -> {
                if (open == 0) {
                    out.append("\\)");
                } else {
                    open--;
                    out.append(')');
                }
                return false;
            }
            case '|' -> {
                out.append('|');
                return true;
            }
            case '{' -> {
                at--;
                interval("}", start);
                return false;
            }
            default -> {
                if (start) {
                    literal(c);
                } else {
                    out.append(c);
                    if (text.startsWith("*", at) || text.startsWith("+", at) || text.startsWith("?", at)) {
                        out.setCharAt(out.length() - 1, '*');
                        dropRepeats();
                    }
                }
                return false;
            }
        }
    }

    private void interval(String close, boolean start) {
        int end = text.indexOf(close, at + 1);
        String inner = end < 0 ? "" : text.substring(at + 1, end);
        if (start || !inner.matches("[0-9]{1,5}(,[0-9]{0,5})?|,[0-9]{1,5}")) {
            if (!extended) {
                throw new IllegalArgumentException(end < 0 ? "Unmatched \\{" : "Invalid content of \\{\\}");
            }
            literal('{');
            at++;
            return;
        }
        out.append('{').append(inner.startsWith(",") ? "0" + inner : inner).append('}');
        at = end + close.length();
    }

    private boolean escape(boolean start) {
        if (at + 1 >= text.length()) {
            throw new IllegalArgumentException("Trailing backslash");
        }
        char c = text.charAt(at + 1);
        at += 2;
        if (!extended) {
            switch (c) {
                case '(', ')', '|' -> {
                    if (c == ')' && open == 0) {
                        throw new IllegalArgumentException("Unmatched ) or \\)");
                    }
                    open += c == '(' ? 1 : c == ')' ? -1 : 0;
                    out.append(c);
                    return c != ')';
                }
                case '{' -> {
                    at--;
                    interval("\\}", start);
                    return false;
                }
                case '+', '?' -> {
                    if (start) {
                        literal(c);
                    } else {
                        out.append(c);
                    }
                    return false;
                }
                default -> {
                    // As in extended ones.
                }
            }
        }
        switch (c) {
            case '<' -> out.append("\\b(?=\\w)");
            case '>' -> out.append("\\b(?<=\\w)");
            case '`' -> out.append("\\A");
            case '\'' -> out.append("\\z");
            case 'w', 'W', 's', 'S', 'b', 'B' -> out.append('\\').append(c);
            default -> {
                if (c >= '1' && c <= '9') {
                    out.append("(?:\\").append(c).append(')');
                } else {
                    literal(c);
                }
            }
        }
        return false;
    }

    private void literal(int c) {
        out.append(Pattern.quote(Character.toString(c)));
    }

    private void bracket() {
        int from = at + 1;
        boolean not = from < text.length() && text.charAt(from) == '^';
        int i = not ? from + 1 : from;
        StringBuilder set = new StringBuilder(not ? "[^" : "[");
        boolean first = true;
        while (true) {
            if (i >= text.length()) {
                throw new IllegalArgumentException("Unmatched [, [^, [:, [., or [=");
            }
            char c = text.charAt(i);
            if (c == ']' && !first) {
                break;
            }
            first = false;
            if (c == '[' && i + 1 < text.length() && ":.=".indexOf(text.charAt(i + 1)) >= 0) {
                char kind = text.charAt(i + 1);
                int end = text.indexOf(kind + "]", i + 2);
                if (end < 0) {
                    throw new IllegalArgumentException("Unmatched [, [^, [:, [., or [=");
                }
                String name = text.substring(i + 2, end);
                set.append(kind == ':' ? posixClass(name) : quoted(name));
                i = end + 2;
            } else if (c == '-' && i + 1 < text.length() && text.charAt(i + 1) != ']' && set.length() > (not ? 2 : 1)) {
                set.append('-');
                i++;
            } else {
                int point = text.codePointAt(i);
                set.append(quoted(Character.toString(point)));
                i += Character.charCount(point);
            }
        }
        out.append(set).append(']');
        at = i + 1;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ("[]\\^-&".indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.appendCodePoint(c);
        });
        return quoted.toString();
    }

    private static String posixClass(String name) {
        return switch (name) {
            case "alnum" -> "\\p{IsAlphabetic}\\p{IsDigit}";
            case "alpha" -> "\\p{IsAlphabetic}";
            case "blank" -> " \\t";
            case "cntrl" -> "\\p{Cntrl}";
            case "digit" -> "0-9";
            case "graph" -> "\\p{Graph}";
            case "lower" -> "\\p{IsLowercase}";
            case "print" -> "\\p{Print}";
            case "punct" -> "\\p{Punct}";
            case "space" -> "\\s\\x0B";
            case "upper" -> "\\p{IsUppercase}";
            case "xdigit" -> "0-9A-Fa-f";
            default -> throw new IllegalArgumentException("Invalid character class name");
        };
    }
}
