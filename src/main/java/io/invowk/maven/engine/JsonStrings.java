// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSON array of strings, the one form of JSON that a containerfile has. */
final class JsonStrings {
    private final String text;
    private int next;

    private JsonStrings(String text) {
        this.text = text;
    }

    /** The strings; empty if the text is anything else. */
    static Optional<List<String>> parse(String text) {
        List<String> strings = new ArrayList<>();
        return new JsonStrings(text.strip()).array(strings) ? Optional.of(strings) : Optional.empty();
    }

    private boolean array(List<String> strings) {
        if (!take('[')) {
            return false;
        }
        if (take(']')) {
            return next == text.length();
        }
        do {
            Optional<String> string = string();
            if (string.isEmpty()) {
                return false;
            }
            strings.add(string.get());
        } while (take(','));
        return take(']') && next == text.length();
    }

    private Optional<String> string() {
        if (!take('"')) {
            return Optional.empty();
        }
        StringBuilder string = new StringBuilder();
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '"') {
                return Optional.of(string.toString());
            }
            int meant = c == '\\' ? escaped() : c;
            if (meant < 0) {
                return Optional.empty();
            }
            string.append((char) meant);
        }
        return Optional.empty();
    }

    /** The character that an escape sequence stands for, or -1. */
    private int escaped() {
        if (next == text.length()) {
            return -1;
        }
        char c = text.charAt(next++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> fourDigits();
            default -> -1;
        };
    }

    private int fourDigits() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = next < text.length() ? Character.digit(text.charAt(next++), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private boolean take(char c) {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next < text.length() && text.charAt(next) == c) {
            next++;
            return true;
        }
        return false;
    }
}
