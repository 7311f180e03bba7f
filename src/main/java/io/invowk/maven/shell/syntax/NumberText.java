// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import java.util.OptionalLong;

/** Constants of arithmetic: decimal, octal {@code 017}, hexadecimal {@code 0x1f}, {@code base#digits} up to 64. */
public final class NumberText {
    private static final int MAX_BASE = 64;

    private NumberText() {}

    /** The value of a constant, wrapped to 64 bit; empty if the text is none. */
    public static OptionalLong parse(String text) {
        int hash = text.indexOf('#');
        if (hash >= 0) {
            OptionalLong base = digits(text, 0, hash, 10);
            boolean good = base.isPresent() && base.getAsLong() >= 2 && base.getAsLong() <= MAX_BASE;
            return good ? digits(text, hash + 1, text.length(), (int) base.getAsLong()) : OptionalLong.empty();
        }
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return digits(text, 2, text.length(), 16);
        }
        if (text.length() > 1 && text.charAt(0) == '0') {
            return digits(text, 1, text.length(), 8);
        }
        return digits(text, 0, text.length(), 10);
    }

    private static OptionalLong digits(String text, int start, int end, int base) {
        if (start >= end) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = digit(text.charAt(i), base);
            if (digit < 0 || digit >= base) {
                return OptionalLong.empty();
            }
            value = value * base + digit;
        }
        return OptionalLong.of(value);
    }

    /** In bases up to 36 upper and lower case are the same; above, lower case comes first. */
    private static int digit(char c, int base) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 10;
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + (base <= 36 ? 10 : 36);
        }
        return c == '@' ? 62 : c == '_' ? 63 : -1;
    }
}
