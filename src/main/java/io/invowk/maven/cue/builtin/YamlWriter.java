// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Values as YAML in block style, two spaces a level. */
final class YamlWriter {
    /** Plain texts that some version of YAML takes for something else than a string. */
    private static final Pattern TYPED = Pattern.compile("~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
            + "|y|Y|yes|Yes|YES|n|N|no|No|NO|t|T|f|F|on|On|ON|off|Off|OFF|<<|="
            + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
            + "|[-+]?(0x[0-9a-fA-F_]*|0o?[0-7_]*|0b[01_]*)"
            + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?"
            + "|[-+]?\\.[0-9_]+([eE][-+]?[0-9]+)?"
            + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?");

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /** A document; ends with a line break. */
    static String document(Value value) {
        YamlWriter writer = new YamlWriter();
        writer.write(value, 0, true);
        return writer.out.toString();
    }

    /**
     * Writes a value and the line break behind it.
     *
     * @param fresh whether a collection may begin where the line stands, behind a dash or at the start of the document
     */
    private void write(Value value, int depth, boolean fresh) {
        if (value instanceof Value.Struct struct && !struct.fields().isEmpty()) {
            struct(struct, depth, fresh);
        } else if (value instanceof Value.ListValue list && !list.elements().isEmpty()) {
            list(list, depth, fresh);
        } else {
            out.append(fresh ? "" : " ");
            scalar(value, depth);
        }
    }

    private void struct(Value.Struct struct, int depth, boolean fresh) {
        boolean here = fresh;
        if (!fresh) {
            out.append('\n');
        }
        for (Map.Entry<String, Value.Field> field : struct.fields().entrySet()) {
            indent(here ? 0 : depth);
            here = false;
            out.append(key(field.getKey())).append(':');
            write(field.getValue().value(), depth + 1, false);
        }
    }

    private void list(Value.ListValue list, int depth, boolean fresh) {
        boolean here = fresh;
        if (!fresh) {
            out.append('\n');
        }
        for (Value element : list.elements()) {
            indent(here ? 0 : depth);
            here = false;
            out.append("- ");
            write(element, depth + 1, true);
        }
    }

    private void indent(int depth) {
        out.append("  ".repeat(depth));
    }

    private void scalar(Value value, int depth) {
        if (value instanceof Value.Str str) {
            string(str.value(), depth);
            return;
        }
        if (value instanceof Value.Bytes bytes) {
            out.append("!!binary ").append(Base64.getEncoder().encodeToString(Values.data(bytes)));
        } else if (value instanceof Value.Num num) {
            out.append(number(num.value()));
        } else if (value instanceof Value.Bool bool) {
            out.append(bool.value());
        } else {
            out.append(value instanceof Value.Struct ? "{}" : value instanceof Value.ListValue ? "[]" : "null");
        }
        out.append('\n');
    }

    private static String number(BigDecimal number) {
        return number.toString();
    }

    private static String key(String key) {
        boolean quote = key.indexOf('\n') >= 0 || needsEscapes(key);
        return quote ? escaped(key) : inline(key);
    }

    private void string(String text, int depth) {
        if (text.indexOf('\n') >= 0 && !needsEscapes(text.replace("\n", "")) && !text.isBlank()) {
            block(text, depth);
            return;
        }
        out.append(text.indexOf('\n') >= 0 || needsEscapes(text) ? escaped(text) : inline(text))
                .append('\n');
    }

    /** Several lines as they are; the sign says how many line breaks end them. */
    private void block(String text, int depth) {
        boolean blank = text.startsWith(" ") || text.startsWith("\n");
        String sign = !text.endsWith("\n") ? "-" : text.endsWith("\n\n") || text.equals("\n") ? "+" : "";
        int level = Math.max(depth, 1);
        out.append('|').append(blank ? "2" : "").append(sign).append('\n');
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            if (!line.isEmpty()) {
                indent(level);
            }
            out.append(line).append('\n');
        }
    }

    private static boolean needsEscapes(String text) {
        return text.codePoints()
                .anyMatch(rune -> (rune < 0x20)
                        || (rune >= 0x7f && rune < 0xa0)
                        || rune == 0x2028
                        || rune == 0x2029
                        || rune == 0xfeff
                        || rune > 0xffff);
    }

    private static String inline(String text) {
        if (text.isEmpty()
                || text.equals("---")
                || text.equals("...")
                || TYPED.matcher(text).matches()) {
            return escaped(text);
        }
        boolean indicator = INDICATORS.indexOf(text.charAt(0)) >= 0 && !isPlainStart(text);
        boolean quote = indicator
                || text.contains(": ")
                || text.contains(" #")
                || text.endsWith(":")
                || text.startsWith(" ")
                || text.endsWith(" ");
        return quote ? '\'' + text.replace("'", "''") + '\'' : text;
    }

    /** Whether an indicator is none because of what follows it. */
    private static boolean isPlainStart(String text) {
        return "-?:".indexOf(text.charAt(0)) >= 0
                && text.length() > 1
                && text.charAt(1) != ' '
                && !text.startsWith("---");
    }

    private static String escaped(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(rune -> {
            int letter = "\"\\\u0007\b\t\n\u000b\f\r\u001b\0".indexOf(rune);
            if (letter >= 0) {
                quoted.append('\\').append("\"\\abtnvfre0".charAt(letter));
            } else if (rune < 0x20 || (rune >= 0x7f && rune < 0xa0)) {
                quoted.append(String.format(Locale.ROOT, "\\x%02X", rune));
            } else if (rune > 0xffff) {
                quoted.append(String.format(Locale.ROOT, "\\U%08X", rune));
            } else if (rune == 0x2028 || rune == 0x2029 || rune == 0xfeff) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", rune));
            } else {
                quoted.appendCodePoint(rune);
            }
        });
        return quoted.append('"').toString();
    }
}
