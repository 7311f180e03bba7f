// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.Locale;

/** Text in quotes with escape sequences. */
final class QuotedString {
    /** What needs no escape sequence. */
    enum Keep {
        ASCII,
        PRINTABLE,
        GRAPHIC
    }

    private QuotedString() {}

    static boolean isGraphic(int rune) {
        return isPrintable(rune)
                || (Character.isValidCodePoint(rune) && Character.getType(rune) == Character.SPACE_SEPARATOR);
    }

    static boolean isPrintable(int rune) {
        if (!Character.isValidCodePoint(rune)) {
            return false;
        }
        if (rune == ' ') {
            return true;
        }
        return switch (Character.getType(rune)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    static String quote(String text, char quote, Keep keep) {
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(rune -> escape(rune, quote, keep, out));
        return out.append(quote).toString();
    }

    private static void escape(int rune, char quote, Keep keep, StringBuilder out) {
        int letter = "\u0007\b\f\n\r\t\u000b".indexOf(rune);
        if (rune == quote || rune == '\\') {
            out.append('\\').appendCodePoint(rune);
        } else if (kept(rune, keep)) {
            out.appendCodePoint(rune);
        } else if (letter >= 0) {
            out.append('\\').append("abfnrtv".charAt(letter));
        } else {
            String form = rune < 0x20 || rune == 0x7f ? "\\x%02x" : rune < 0x10000 ? "\\u%04x" : "\\U%08x";
            out.append(String.format(Locale.ROOT, form, rune));
        }
    }

    private static boolean kept(int rune, Keep keep) {
        return switch (keep) {
            case ASCII -> rune >= 0x20 && rune < 0x7f;
            case PRINTABLE -> isPrintable(rune);
            case GRAPHIC -> isGraphic(rune);
        };
    }

    static String unquote(String text) {
        int size = text.length();
        char quote = size < 2 ? 'x' : text.charAt(0);
        if ((quote != '"' && quote != '\'') || text.charAt(size - 1) != quote) {
            throw wrong(text);
        }
        StringBuilder out = new StringBuilder();
        int i = 1;
        while (i < size - 1) {
            char c = text.charAt(i);
            if (c == quote || c == '\n') {
                throw wrong(text);
            }
            if (c != '\\') {
                out.append(c);
                i++;
                continue;
            }
            char letter = text.charAt(i + 1);
            int known = "abfnrtv\\".indexOf(letter);
            if (known >= 0 || letter == quote) {
                out.append(known < 0 ? letter : "\u0007\b\f\n\r\t\u000b\\".charAt(known));
                i += 2;
            } else {
                int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
                String hex = text.substring(Math.min(i + 2, size - 1), Math.min(i + 2 + digits, size - 1));
                if (digits == 0 || !hex.matches("[0-9a-fA-F]{" + digits + "}")) {
                    throw wrong(text);
                }
                long rune = Long.parseLong(hex, 16);
                if (rune > Character.MAX_CODE_POINT) {
                    throw wrong(text);
                }
                out.appendCodePoint((int) rune);
                i += 2 + digits;
            }
        }
        if (i != size - 1 || (quote == '\'' && out.codePointCount(0, out.length()) != 1)) {
            throw wrong(text);
        }
        return out.toString();
    }

    private static CallException wrong(String text) {
        return new CallException("not a quoted text: " + text);
    }
}
