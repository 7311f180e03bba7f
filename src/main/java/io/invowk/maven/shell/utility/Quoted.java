// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.Locale;

/** Names of files in messages, as a shell would read them. */
final class Quoted {
    private static final String PLAIN = "%+,-./:=@_{}[]^ '";

    private Quoted() {}

    /** A name in quotes. */
    static String name(String text) {
        boolean control = text.chars().anyMatch(c -> c < ' ' || c == 0x7f || (c & 0xff80) == 0xdc80);
        if (control) {
            return withEscapes(text);
        }
        if (text.indexOf('\'') < 0) {
            return "'" + text + "'";
        }
        boolean plain = text.chars().allMatch(c -> c >= 0x80 || Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
        return plain ? "\"" + text + "\"" : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String withEscapes(String text) {
        StringBuilder out = new StringBuilder("'");
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' || c == 0x7f || (c & 0xff80) == 0xdc80;
            if (control && !inside) {
                out.append("'$'");
            } else if (!control && inside) {
                out.append("''");
            }
            inside = control;
            if (control) {
                out.append(escape(c & 0xff));
            } else {
                out.append(c == '\'' ? "'\\''" : String.valueOf(c));
            }
        }
        return out.append('\'').toString();
    }

    /** A character with a backslash, as C writes it. */
    static String escape(int octet) {
        int at = "\u0007\b\t\n\u000b\f\r".indexOf(octet);
        return at >= 0 ? "\\" + "abtnvfr".charAt(at) : String.format(Locale.ROOT, "\\%03o", octet);
    }
}
