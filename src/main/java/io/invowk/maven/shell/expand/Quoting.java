// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

/** Values as text that a shell reads back. */
public final class Quoting {
    private Quoting() {}

    /** In single quotes; with {@code $'...'} if there are control characters. */
    public static String quote(String text) {
        return hasControl(text) ? dollarQuote(text) : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Only as much quoting as needed. */
    public static String quoteIfNeeded(String text) {
        boolean plain = !text.isEmpty() && text.charAt(0) != '~' && text.charAt(0) != '#';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain &= c < 0x80
                    ? Character.isLetterOrDigit(c) || "_-+./:=@%,^#~".indexOf(c) >= 0
                    : !Character.isSurrogate(c);
        }
        return plain ? text : quote(text);
    }

    /** With backslashes, as {@code printf %q} writes it. */
    public static String escape(String text) {
        if (text.isEmpty()) {
            return "''";
        }
        if (hasControl(text)) {
            return dollarQuote(text);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 0x80
                    || Character.isLetterOrDigit(c)
                    || "_-+./:=@%".indexOf(c) >= 0
                    || (i > 0 && (c == '~' || c == '#'));
            if (!plain) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** In double quotes, as {@code declare -p} shows a value. */
    public static String doubleQuote(String text) {
        if (hasControl(text)) {
            return dollarQuote(text);
        }
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\"\\$`".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.append('"').toString();
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == 0x7f) {
                return true;
            }
        }
        return false;
    }

    private static String dollarQuote(String text) {
        StringBuilder out = new StringBuilder("$'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case 7 -> out.append("\\a");
                case 11 -> out.append("\\v");
                case 27 -> out.append("\\E");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        out.append(String.format(java.util.Locale.ROOT, "\\%03o", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('\'').toString();
    }
}
