// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values as TOML: fields in the order of their names, those that are no tables first. Fields that are null are left
 * out, bytes are lists of their numbers, and ints of more than 64 bits strings.
 */
final class TomlWriter {
    private final StringBuilder out = new StringBuilder();

    private TomlWriter() {}

    static String document(Value value) {
        TomlWriter writer = new TomlWriter();
        if (value instanceof Value.Struct struct) {
            writer.table("", struct);
        } else if (isTables(value)) {
            throw new CallException("a list of structs has no name here");
        } else {
            writer.inline(value);
        }
        return writer.out.toString();
    }

    private static Map<String, Value> fields(Value.Struct struct) {
        Map<String, Value> fields = new TreeMap<>(ListOrder::bytewise);
        struct.fields().forEach((name, field) -> {
            if (!(field.value() instanceof Value.Null)) {
                fields.put(name, field.value());
            }
        });
        return fields;
    }

    private static boolean isTables(Value value) {
        return value instanceof Value.ListValue list
                && !list.elements().isEmpty()
                && list.elements().stream().allMatch(element -> element instanceof Value.Struct);
    }

    private void table(String path, Value.Struct struct) {
        List<Map.Entry<String, Value>> tables = new ArrayList<>();
        boolean separated = false;
        for (Map.Entry<String, Value> field : fields(struct).entrySet()) {
            if (field.getValue() instanceof Value.Struct || isTables(field.getValue())) {
                tables.add(field);
            } else {
                entry(field);
                out.append('\n');
                separated = true;
            }
        }
        for (Map.Entry<String, Value> field : tables) {
            out.append(separated ? "\n" : "");
            String inner = path + (path.isEmpty() ? "" : ".") + key(field.getKey());
            if (field.getValue() instanceof Value.Struct table) {
                out.append('[').append(inner).append("]\n");
                table(inner, table);
            } else {
                tables(inner, (Value.ListValue) field.getValue());
            }
            separated = true;
        }
    }

    private void tables(String path, Value.ListValue list) {
        String separator = "";
        for (Value element : list.elements()) {
            out.append(separator).append("[[").append(path).append("]]\n");
            table(path, (Value.Struct) element);
            separator = "\n";
        }
    }

    private void entry(Map.Entry<String, Value> field) {
        out.append(key(field.getKey())).append(" = ");
        inline(field.getValue());
    }

    private void inline(Value value) {
        if (value instanceof Value.Null) {
            throw new CallException("TOML has no null");
        } else if (value instanceof Value.Bool bool) {
            out.append(bool.value());
        } else if (value instanceof Value.Num num) {
            out.append(number(num));
        } else if (value instanceof Value.Str str) {
            out.append(quoted(str.value()));
        } else if (value instanceof Value.Bytes bytes) {
            List<String> numbers = new ArrayList<>();
            bytes.value().forEach(b -> numbers.add(String.valueOf(b & 0xff)));
            out.append('[').append(String.join(", ", numbers)).append(']');
        } else if (value instanceof Value.ListValue list) {
            String separator = "[";
            for (Value element : list.elements()) {
                out.append(separator);
                inline(element);
                separator = ", ";
            }
            out.append(list.elements().isEmpty() ? "[]" : "]");
        } else if (value instanceof Value.Struct struct) {
            inlineTable(fields(struct));
        }
    }

    private void inlineTable(Map<String, Value> fields) {
        String separator = "{";
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            out.append(separator);
            entry(field);
            separator = ", ";
        }
        out.append(fields.isEmpty() ? "{}" : "}");
    }

    private static String number(Value.Num num) {
        if (num.integer()) {
            String digits = num.value().toPlainString();
            return num.value().toBigIntegerExact().bitLength() < Long.SIZE ? digits : quoted(digits);
        }
        double value = num.value().doubleValue();
        if (Double.isInfinite(value)) {
            throw new CallException(num.value() + " is beyond the range of a float64");
        }
        String digits = FloatText.format(value, 'f', -1, Double.SIZE);
        return digits.contains(".") ? digits : digits + ".0";
    }

    private static String key(String name) {
        return name.matches("[A-Za-z0-9_-]+") ? name : quoted(name);
    }

    /** A text in single quotes; in double quotes if it needs escape sequences. */
    private static String quoted(String text) {
        boolean literal = text.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != '\'' && c != 0x7f));
        if (literal) {
            return '\'' + text + '\'';
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            int letter = "\"\\\b\t\n\f\r".indexOf(c);
            if (letter >= 0) {
                quoted.append('\\').append("\"\\btnfr".charAt(letter));
            } else if (c < ' ' || c == 0x7f) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
