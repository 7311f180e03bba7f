// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON (RFC 8259), strictly; numbers keep their spelling. */
final class JsonReader {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,6})?");
    private static final int MAX_DEPTH = 1_000;

    private final String text;
    private final Values make;
    private int at;
    private int depth;

    JsonReader(String text, Values make) {
        this.text = text;
        this.make = make;
    }

    /** The one value of the text. */
    Value single() {
        Value value = value();
        if (hasMore()) {
            throw problem("text behind the value");
        }
        return value;
    }

    /** All values of the text, one after the other. */
    List<Value> all() {
        List<Value> values = new ArrayList<>();
        while (hasMore()) {
            values.add(value());
        }
        return values;
    }

    private boolean hasMore() {
        space();
        return at < text.length();
    }

    private CallException problem(String what) {
        return new CallException("invalid JSON at character " + (at + 1) + ": " + what);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(String token) {
        space();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private Value value() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw problem("more than " + MAX_DEPTH + " levels");
        }
        try {
            return take("{") ? struct() : take("[") ? list() : scalar();
        } finally {
            depth--;
        }
    }

    private Value scalar() {
        if (take("null")) {
            return make.nothing();
        }
        if (take("true")) {
            return make.of(true);
        }
        if (take("false")) {
            return make.of(false);
        }
        if (take("\"")) {
            return make.of(string());
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw problem(at >= text.length() ? "a value is missing" : "not a value");
        }
        at = number.end();
        boolean integer = number.group(2) == null && number.group(3) == null;
        return make.number(new BigDecimal(number.group()), integer);
    }

    private Value list() {
        List<Value> elements = new ArrayList<>();
        if (take("]")) {
            return make.list(elements);
        }
        while (true) {
            elements.add(value());
            if (take("]")) {
                return make.list(elements);
            }
            if (!take(",")) {
                throw problem("a comma or a bracket is missing");
            }
        }
    }

    private Value struct() {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (take("}")) {
            return make.struct(fields);
        }
        while (true) {
            if (!take("\"")) {
                throw problem("the name of a field is missing");
            }
            String name = string();
            if (!take(":")) {
                throw problem("a colon is missing");
            }
            Value value = value();
            Value before = fields.putIfAbsent(name, value);
            if (before != null && !Same.test(before, value)) {
                throw problem("two values for the field \"" + name + "\"");
            }
            if (take("}")) {
                return make.struct(fields);
            }
            if (!take(",")) {
                throw problem("a comma or a brace is missing");
            }
        }
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            at++;
            if (c == '"') {
                return out.toString();
            }
            if (c < 0x20) {
                throw problem("a control character in a string");
            }
            out.append(c == '\\' ? escape() : c);
        }
        throw problem("a string has no end");
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at) : ' ';
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw problem("an unknown escape sequence");
        };
    }

    private char hex() {
        String digits = text.substring(at, Math.min(at + 4, text.length()));
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw problem("an escape sequence needs four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }
}
