// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.value.Value;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Values as JSON text: four spaces, fields in output order, numbers as they are written, bytes in base64. */
public final class JsonText {
    private static final String INDENT = "    ";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** The text of a value, without a final line break. */
    public static String of(Value value) {
        JsonText text = new JsonText();
        text.write(value, 1);
        return text.out.toString();
    }

    private void write(Value value, int depth) {
        if (value instanceof Value.Null) {
            out.append("null");
        } else if (value instanceof Value.Bool bool) {
            out.append(bool.value());
        } else if (value instanceof Value.Num num) {
            out.append(num.value());
        } else if (value instanceof Value.Str str) {
            quote(str.value());
        } else if (value instanceof Value.Bytes bytes) {
            quote(base64(bytes.value()));
        } else if (value instanceof Value.ListValue list) {
            writeList(list, depth);
        } else if (value instanceof Value.Struct struct) {
            writeStruct(struct, depth);
        }
    }

    private void writeList(Value.ListValue list, int depth) {
        if (list.elements().isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        for (Iterator<Value> i = list.elements().iterator(); i.hasNext(); ) {
            line(depth);
            write(i.next(), depth + 1);
            out.append(i.hasNext() ? "," : "");
        }
        line(depth - 1);
        out.append(']');
    }

    private void writeStruct(Value.Struct struct, int depth) {
        if (struct.fields().isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        Iterator<Map.Entry<String, Value.Field>> i = struct.fields().entrySet().iterator();
        while (i.hasNext()) {
            Map.Entry<String, Value.Field> field = i.next();
            line(depth);
            quote(field.getKey());
            out.append(": ");
            write(field.getValue().value(), depth + 1);
            out.append(i.hasNext() ? "," : "");
        }
        line(depth - 1);
        out.append('}');
    }

    private void line(int depth) {
        out.append('\n').append(INDENT.repeat(depth));
    }

    private static String base64(List<Byte> list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            quote(text.charAt(i));
        }
        out.append('"');
    }

    private void quote(char c) {
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
                    out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
