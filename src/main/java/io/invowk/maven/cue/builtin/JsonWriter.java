// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;

/** Values as compact JSON. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String compact(Value value) {
        JsonWriter writer = new JsonWriter();
        writer.write(value);
        return writer.out.toString();
    }

    static String quoted(String text) {
        JsonWriter writer = new JsonWriter();
        writer.quote(text);
        return writer.out.toString();
    }

    private void write(Value value) {
        if (value instanceof Value.Null) {
            out.append("null");
        } else if (value instanceof Value.Bool bool) {
            out.append(bool.value());
        } else if (value instanceof Value.Num num) {
            out.append(num.value());
        } else if (value instanceof Value.Str str) {
            quote(str.value());
        } else if (value instanceof Value.Bytes bytes) {
            quote(Base64.getEncoder().encodeToString(Values.data(bytes)));
        } else if (value instanceof Value.ListValue list) {
            String separator = "[";
            for (Value element : list.elements()) {
                out.append(separator);
                write(element);
                separator = ",";
            }
            out.append(list.elements().isEmpty() ? "[]" : "]");
        } else if (value instanceof Value.Struct struct) {
            write(struct);
        }
    }

    private void write(Value.Struct struct) {
        out.append('{');
        Iterator<Map.Entry<String, Value.Field>> i = struct.fields().entrySet().iterator();
        while (i.hasNext()) {
            Map.Entry<String, Value.Field> field = i.next();
            quote(field.getKey());
            out.append(':');
            write(field.getValue().value());
            out.append(i.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x2028 || c == 0x2029) {
                        out.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
