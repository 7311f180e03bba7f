// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.OptionalLong;

/** Decimal numbers that users give to utilities: read in full or not at all. */
final class WholeNumber {
    private WholeNumber() {}

    /** The number that digits alone make, at most the largest one; empty if the text is anything else. */
    static OptionalLong upTo(long most, String text) {
        boolean bare = !text.isEmpty() && isDigit(text.charAt(0)) && isDigit(text.charAt(text.length() - 1));
        OptionalLong value = bare ? signed(text) : OptionalLong.empty();
        return value.isPresent() && value.getAsLong() <= most ? value : OptionalLong.empty();
    }

    /** The number of a text with perhaps a sign, and blanks around it; empty if it is none or has more than 64 bit. */
    static OptionalLong signed(String text) {
        String stripped = text.strip();
        boolean negative = stripped.startsWith("-");
        int start = negative || stripped.startsWith("+") ? 1 : 0;
        if (start == stripped.length()) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = start; i < stripped.length(); i++) {
            int digit = stripped.charAt(i) - '0';
            if (!isDigit(stripped.charAt(i)) || value < (Long.MIN_VALUE + digit) / 10) {
                return OptionalLong.empty();
            }
            value = value * 10 - digit;
        }
        boolean fits = negative || value != Long.MIN_VALUE;
        return fits ? OptionalLong.of(negative ? value : -value) : OptionalLong.empty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
