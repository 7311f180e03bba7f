// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** IEEE doubles as text, in the forms of printf. */
final class FloatText {
    private static final int MAX_DIGITS = 1_000;
    /** The least exponent that {@code g} writes where as few digits as needed are asked for. */
    private static final int SHORTEST_EXPONENT = 6;

    private FloatText() {}

    /**
     * Formats a number.
     *
     * @param precision digits behind the point, or of all for {@code g}; -1 for as few as are needed
     */
    static String format(double value, int letter, int precision, int bits) {
        if (precision > MAX_DIGITS) {
            throw new CallException("more than " + MAX_DIGITS + " digits");
        }
        double number = bits == 32 ? (float) value : value;
        BigDecimal shortest = bits == 32 ? shortest((float) value) : Values.shortest(number);
        BigDecimal exact = precision < 0 ? shortest : new BigDecimal(number);
        return switch (letter) {
            case 'f' -> fixed(exact, precision);
            case 'e', 'E' -> scientific(exact, precision, (char) letter);
            case 'g', 'G' -> general(exact, precision, (char) letter);
            default -> throw CallException.unsupported("the format '" + Character.toString(letter) + "' of a float");
        };
    }

    private static BigDecimal shortest(float value) {
        for (int digits = 1; digits < 9; digits++) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.floatValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return new BigDecimal(value).round(new MathContext(9, RoundingMode.HALF_EVEN));
    }

    private static String fixed(BigDecimal value, int precision) {
        if (precision < 0) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
        return value.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(BigDecimal value, int precision, char letter) {
        BigDecimal rounded = precision < 0 || value.signum() == 0
                ? value
                : value.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        BigDecimal mantissa = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.scaleByPowerOfTen(-exponent);
        return fixed(mantissa, precision)
                + letter
                + (exponent < 0 ? '-' : '+')
                + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }

    private static String general(BigDecimal value, int precision, char letter) {
        int digits = precision == 0 ? 1 : precision;
        BigDecimal rounded = digits < 0 || value.signum() == 0
                ? value
                : value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        int most = digits < 0
                ? SHORTEST_EXPONENT
                : Math.max(digits, rounded.stripTrailingZeros().precision());
        if (exponent < -4 || exponent >= most) {
            return scientific(
                    rounded.signum() == 0 ? rounded : rounded.stripTrailingZeros(), -1, letter == 'g' ? 'e' : 'E');
        }
        return fixed(rounded, -1);
    }
}
