// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.Locale;

/** Rewrites the white space of valid JSON; all else keeps its spelling. */
final class JsonLayout {
    private JsonLayout() {}

    static String compact(String json) {
        StringBuilder out = new StringBuilder();
        boolean string = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (string && c == '\\') {
                out.append(c).append(json.charAt(++i));
                continue;
            }
            if (c == '"') {
                string = !string;
            }
            if (string || " \t\r\n".indexOf(c) < 0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** One element a line; the first line has no prefix. */
    static String indent(String json, String prefix, String indent) {
        String dense = compact(json);
        StringBuilder out = new StringBuilder();
        boolean string = false;
        int depth = 0;
        for (int i = 0; i < dense.length(); i++) {
            char c = dense.charAt(i);
            if (string && c == '\\') {
                out.append(c).append(dense.charAt(++i));
                continue;
            }
            if (c == '"') {
                string = !string;
            }
            boolean opens = c == '{' || c == '[';
            boolean closes = c == '}' || c == ']';
            if (string || (!opens && !closes && c != ',' && c != ':')) {
                out.append(c);
            } else if (opens) {
                depth++;
                char next = dense.charAt(i + 1);
                out.append(c);
                if (next != '}' && next != ']') {
                    line(out, prefix, indent, depth);
                }
            } else if (closes) {
                depth--;
                char before = dense.charAt(i - 1);
                if (before != '{' && before != '[') {
                    line(out, prefix, indent, depth);
                }
                out.append(c);
            } else if (c == ',') {
                line(out.append(c), prefix, indent, depth);
            } else {
                out.append(": ");
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String prefix, String indent, int depth) {
        out.append('\n').append(prefix).append(indent.repeat(depth));
    }

    /** Escapes what HTML could take for markup. */
    static String htmlEscape(String json) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
