// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A string of {@code tr}: POSIX XCU tr, extended description; characters are bytes, as GNU has it. */
final class ByteSet {
    private static final String[] CLASSES = {
        "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit"
    };

    private final Options options;
    private final byte[] text;
    private final List<Integer> octets = new ArrayList<>();
    private int at;
    private boolean escaped;
    /** Where {@code [x*]} stands, which fills up the set; -1 if it does not. */
    private int fillAt = -1;

    private int fill;
    private boolean hasClass;

    ByteSet(Options options, String text) {
        this.options = options;
        this.text = text.getBytes(StandardCharsets.UTF_8);
        while (at < this.text.length) {
            if (!readBracket()) {
                readRange();
            }
        }
    }

    /** Whether the set holds a class, so that its order is not the user's. */
    boolean hasClass() {
        return hasClass;
    }

    private boolean readBracket() {
        if (text[at] != '[' || at + 1 >= text.length) {
            return false;
        }
        String rest = new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
        if (rest.startsWith("[:") && rest.indexOf(":]", 2) > 0) {
            String name = rest.substring(2, rest.indexOf(":]", 2));
            addClass(name);
            at += name.length() + 4;
            return true;
        }
        if (rest.startsWith("[=") && rest.startsWith("=]", 3)) {
            octets.add(text[at + 2] & 0xff);
            at += 5;
            return true;
        }
        int start = at;
        at++;
        int octet = readOctet();
        if (at < text.length && text[at] == '*') {
            int end = at + 1;
            while (end < text.length && text[end] >= '0' && text[end] <= '9') {
                end++;
            }
            if (end < text.length && text[end] == ']') {
                String digits = new String(text, at + 1, end - at - 1, StandardCharsets.ISO_8859_1);
                long count = digits.isEmpty() ? 0 : Long.parseLong(digits, digits.startsWith("0") ? 8 : 10);
                if (count == 0) {
                    fillAt = octets.size();
                    fill = octet;
                }
                for (long i = 0; i < Math.min(count, 100_000); i++) {
                    octets.add(octet);
                }
                at = end + 1;
                return true;
            }
        }
        at = start;
        return false;
    }

    private void addClass(String name) {
        if (!List.of(CLASSES).contains(name)) {
            throw options.usage("invalid character class '" + name + "'");
        }
        hasClass = true;
        for (int octet = 0; octet < 256; octet++) {
            if (isIn(name, octet)) {
                octets.add(octet);
            }
        }
    }

    private static boolean isIn(String name, int c) {
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean digit = c >= '0' && c <= '9';
        boolean graph = c > 0x20 && c < 0x7f;
        return switch (name) {
            case "alnum" -> lower || upper || digit;
            case "alpha" -> lower || upper;
            case "blank" -> c == ' ' || c == '\t';
            case "cntrl" -> c < 0x20 || c == 0x7f;
            case "digit" -> digit;
            case "graph" -> graph;
            case "lower" -> lower;
            case "print" -> graph || c == ' ';
            case "punct" -> graph && !lower && !upper && !digit;
            case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
            case "upper" -> upper;
            default -> digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        };
    }

    private void readRange() {
        int from = readOctet();
        boolean range = at + 1 < text.length && text[at] == '-';
        if (!range) {
            octets.add(from);
            return;
        }
        at++;
        int to = readOctet();
        if (to < from) {
            throw options.usage("range-endpoints of '" + (char) from + "-" + (char) to
                    + "' are in reverse collating sequence order");
        }
        for (int octet = from; octet <= to; octet++) {
            octets.add(octet);
        }
    }

    private int readOctet() {
        int octet = text[at++] & 0xff;
        escaped = octet == '\\' && at < text.length;
        if (!escaped) {
            return octet;
        }
        int c = text[at++] & 0xff;
        if (c >= '0' && c <= '7') {
            int value = c - '0';
            for (int i = 0; i < 2 && at < text.length && text[at] >= '0' && text[at] <= '7'; i++) {
                int next = value * 8 + text[at] - '0';
                if (next > 255) {
                    break;
                }
                value = next;
                at++;
            }
            return value;
        }
        return switch (c) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            default -> c;
        };
    }

    /** Its bytes in their order, filled up to a size where it says so. */
    List<Integer> octets(int size) {
        if (fillAt < 0) {
            return octets;
        }
        List<Integer> filled = new ArrayList<>(octets.subList(0, fillAt));
        for (int i = octets.size(); i < size; i++) {
            filled.add(fill);
        }
        filled.addAll(octets.subList(fillAt, octets.size()));
        return filled;
    }
}
