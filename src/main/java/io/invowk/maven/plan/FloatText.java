// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** 64-bit floats as scripts see them. */
final class FloatText {
    /** No 64-bit float needs more digits. */
    private static final int MAX_DIGITS = 17;

    /** Decimal exponents from here on are written with {@code e}. */
    private static final int FIRST_LARGE_EXPONENT = 6;

    private static final int LAST_SMALL_EXPONENT = -5;

    private FloatText() {}

    /** The fewest digits that give the same number: {@code 1000}, {@code 0.5}, {@code 1e+06}, {@code +Inf}. */
    static String format(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        return value == 0 ? sign + "0" : sign + positive(shortest(Math.abs(value)));
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String positive(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent > LAST_SMALL_EXPONENT && exponent < FIRST_LARGE_EXPONENT) {
            return value.toPlainString();
        }
        String digits = value.unscaledValue().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
