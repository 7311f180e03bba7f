// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalLong;

/** Integer literals of a command line: {@code 10}, {@code -3}, {@code 0x1f}, {@code 0o17}, {@code 017}, {@code 1_000}. */
final class IntegerText {
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private IntegerText() {}

    /** The value of a literal whose prefix tells the base; empty if it is none or does not fit 64 bits. */
    static OptionalLong parse(String text) {
        if (hasStrayUnderscore(text)) {
            return OptionalLong.empty();
        }
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        int base = base(digits);
        if (base != 10) {
            digits = digits.substring(Character.isDigit(digits.charAt(1)) ? 1 : 2);
        }
        return value(digits, base, negative);
    }

    /** The value of decimal digits with an optional minus; 0 if it does not fit 64 bits. */
    static long parseDecimalOrZero(String text) {
        boolean negative = text.startsWith("-");
        return value(negative ? text.substring(1) : text, 10, negative).orElse(0);
    }

    /** Whether an underscore does not stand between two digits; the letter of a prefix counts as a digit. */
    private static boolean hasStrayUnderscore(String text) {
        for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
            if (i == 0
                    || i + 1 == text.length()
                    || !Character.isLetterOrDigit(text.charAt(i - 1))
                    || !Character.isLetterOrDigit(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static int base(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return 10;
        }
        return switch (digits.charAt(1)) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> Character.isDigit(digits.charAt(1)) ? 8 : 10;
        };
    }

    private static OptionalLong value(String digits, int base, boolean negative) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c < 128 && Character.digit(c, base) >= 0)) {
            return OptionalLong.empty();
        }
        BigInteger value = new BigInteger(digits, base);
        value = negative ? value.negate() : value;
        return value.compareTo(MIN) < 0 || value.compareTo(MAX) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(value.longValue());
    }
}
