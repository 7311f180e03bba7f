// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Numbers in the forms of the verbs of a format; empty for a verb that is not for them. */
final class TemplateNumbers {
    private static final int REPLACEMENT = 0xfffd;
    private static final int LEAST_DIGITS = 4;
    private static final int DIGITS = 6;

    private TemplateNumbers() {}

    static Optional<String> of(BigInteger value, int verb, TemplateLayout layout) {
        return switch (verb) {
            case 'v', 'd' -> Optional.of(integer(value, 10, "", layout));
            case 'b' -> Optional.of(integer(value, 2, layout.has('#') ? "0b" : "", layout));
            case 'o' -> Optional.of(integer(value, 8, "", layout));
            case 'O' -> Optional.of(integer(value, 8, "0o", layout));
            case 'x' -> Optional.of(integer(value, 16, layout.has('#') ? "0x" : "", layout));
            case 'X' ->
                Optional.of(
                        integer(value, 16, layout.has('#') ? "0x" : "", layout).toUpperCase(Locale.ROOT));
            case 'c' -> Optional.of(layout.pad(Character.toString(rune(value))));
            case 'q' ->
                Optional.of(layout.pad(QuotedString.quote(
                        Character.toString(rune(value)),
                        '\'',
                        layout.has('+') ? QuotedString.Keep.ASCII : QuotedString.Keep.PRINTABLE)));
            case 'U' ->
                Optional.of(new TemplateLayout(layout.flags().replace("0", ""), layout.width(), -1)
                        .pad(codePoint(value, layout)));
            default -> Optional.empty();
        };
    }

    private static int rune(BigInteger value) {
        boolean valid = value.signum() >= 0 && value.bitLength() < Integer.SIZE;
        int rune = valid ? value.intValue() : REPLACEMENT;
        boolean character =
                Character.isValidCodePoint(rune) && (rune < Character.MIN_SURROGATE || rune > Character.MAX_SURROGATE);
        return character ? rune : REPLACEMENT;
    }

    private static String codePoint(BigInteger value, TemplateLayout layout) {
        BigInteger unsigned = value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : value;
        String digits = unsigned.toString(16).toUpperCase(Locale.ROOT);
        String zeros = "0".repeat(Math.max(0, Math.max(LEAST_DIGITS, layout.precision()) - digits.length()));
        boolean shown = layout.has('#') && QuotedString.isPrintable(rune(value)) && rune(value) != REPLACEMENT;
        return "U+" + zeros + digits + (shown ? " '" + Character.toString(rune(value)) + "'" : "");
    }

    private static String integer(BigInteger value, int radix, String prefix, TemplateLayout layout) {
        String sign = layout.sign(value.signum() < 0);
        String digits = value.abs().toString(radix);
        if (layout.precision() < 0) {
            int zeros = layout.zeros() ? layout.width() - sign.length() - digits.length() : 0;
            return layout.pad(sign + prefix + filled(digits, zeros, radix, layout));
        }
        TemplateLayout spaces = layout.without('0');
        if (layout.precision() == 0 && value.signum() == 0) {
            return spaces.pad("");
        }
        return spaces.pad(sign + prefix + filled(digits, layout.precision() - digits.length(), radix, layout));
    }

    /** Digits with zeros before them; an octal number shows by one what it is, if asked for. */
    private static String filled(String digits, int zeros, int radix, TemplateLayout layout) {
        String filled = "0".repeat(Math.max(0, zeros)) + digits;
        return radix == 8 && layout.has('#') && !filled.startsWith("0") ? "0" + filled : filled;
    }

    static Optional<String> of(double value, int verb, TemplateLayout layout) {
        int letter = verb == 'v' ? 'g' : verb == 'F' ? 'f' : verb;
        if ("bxX".indexOf(letter) >= 0 || ("gGeEf".indexOf(letter) >= 0 && layout.has('#'))) {
            throw CallException.unsupported(
                    "the verb \"%" + (layout.has('#') ? "#" : "") + (char) verb + "\" for a float in a format");
        }
        if ("gGeEf".indexOf(letter) < 0) {
            return Optional.empty();
        }
        int precision = layout.precision() >= 0 || letter == 'g' || letter == 'G' ? layout.precision() : DIGITS;
        return Optional.of(
                layout.padNumber(layout.sign(value < 0), FloatText.format(Math.abs(value), letter, precision, 64)));
    }
}
