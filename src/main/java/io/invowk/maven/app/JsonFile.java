// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes values as JSON (RFC 8259): maps with text keys, lists, text, numbers and booleans. */
final class JsonFile {
    private JsonFile() {}

    /** Writes a file in one step: whoever reads it sees the old content or the new. Its directory is made if need be. */
    static void write(Path file, Map<String, ?> content) throws IOException {
        Path directory = Objects.requireNonNull(file.getParent());
        Files.createDirectories(directory);
        String unique = ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path fresh = directory.resolve("." + file.getFileName() + "." + unique);
        try {
            Files.writeString(fresh, text(content) + "\n", StandardOpenOption.CREATE_NEW);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    static String text(Object value) {
        StringBuilder out = new StringBuilder();
        append(value, "\n", out);
        return out.toString();
    }

    private static void append(Object value, String lineBreak, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            appendAll(map.entrySet(), '{', '}', lineBreak, out);
        } else if (value instanceof List<?> list) {
            appendAll(list, '[', ']', lineBreak, out);
        } else if (value instanceof Map.Entry<?, ?> entry) {
            appendText(entry.getKey().toString(), out);
            append(entry.getValue(), lineBreak, out.append(": "));
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            appendText(value.toString(), out);
        }
    }

    private static void appendAll(Iterable<?> values, char open, char close, String lineBreak, StringBuilder out) {
        out.append(open);
        boolean first = true;
        for (Object value : values) {
            out.append(first ? "" : ",").append(lineBreak).append("  ");
            append(value, lineBreak + "  ", out);
            first = false;
        }
        out.append(first ? "" : lineBreak).append(close);
    }

    private static void appendText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }
}
