// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The error function, its complement and their inverses, with 30 digits.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 7.6.2 (series), 7.9.1 (continued fraction).
 */
final class ErrorFunctions {
    static final BigDecimal PI = new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459");
    private static final MathContext WORK = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal ROOT_OF_PI = PI.sqrt(WORK);
    private static final BigDecimal TINY = BigDecimal.ONE.movePointLeft(60);
    /** From here on the error function is 1 to a double. */
    private static final double LARGEST = 6;
    /** From here on its complement is nearer to zero than any double. */
    private static final double LARGEST_OF_COMPLEMENT = 27.3;
    /** Terms of the continued fraction, which is used from 2 on. */
    private static final int TERMS = 400;
    /** Each step of Newton's method doubles the digits, of which there is one at first. */
    private static final int STEPS = 7;

    private ErrorFunctions() {}

    static double erf(double x) {
        return Math.abs(x) >= LARGEST
                ? Math.signum(x)
                : series(new BigDecimal(x)).doubleValue();
    }

    static double erfc(double x) {
        if (x <= -LARGEST) {
            return 2;
        }
        return x >= LARGEST_OF_COMPLEMENT ? 0 : complement(new BigDecimal(x)).doubleValue();
    }

    /** Infinite at 1 and -1, not a number beyond. */
    static double erfinv(double y) {
        if (Math.abs(y) >= 1) {
            return Math.abs(y) > 1 ? Double.NaN : Math.copySign(Double.POSITIVE_INFINITY, y);
        }
        return inverse(new BigDecimal(y)).doubleValue();
    }

    /** Infinite at 0 and 2, not a number beyond. */
    static double erfcinv(double y) {
        if (y <= 0 || y >= 2) {
            boolean beyond = y < 0 || y > 2;
            return beyond ? Double.NaN : y == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return inverse(BigDecimal.ONE.subtract(new BigDecimal(y))).doubleValue();
    }

    /** Where the error function has a value between -1 and 1. */
    private static BigDecimal inverse(BigDecimal y) {
        if (y.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal size = y.abs();
        BigDecimal rest = BigDecimal.ONE.subtract(size);
        BigDecimal x = size.compareTo(HALF) > 0 ? far(rest) : near(size);
        return y.signum() < 0 ? x.negate() : x;
    }

    private static BigDecimal near(BigDecimal y) {
        BigDecimal x = y.multiply(ROOT_OF_PI, WORK).multiply(HALF, WORK);
        for (int i = 0; i < STEPS; i++) {
            BigDecimal off = series(x).subtract(y, WORK);
            x = x.subtract(off.divide(slope(x), WORK), WORK);
        }
        return x;
    }

    /** Where the complement has a value; by logarithms, because it falls so fast. */
    private static BigDecimal far(BigDecimal rest) {
        BigDecimal wanted = DecimalFunctions.log(rest);
        BigDecimal x = wanted.negate().sqrt(WORK);
        for (int i = 0; i < STEPS; i++) {
            BigDecimal value = complement(x);
            BigDecimal off = DecimalFunctions.log(value).subtract(wanted, WORK);
            x = x.add(off.multiply(value, WORK).divide(slope(x), WORK), WORK);
        }
        return x;
    }

    /** {@code 2 / sqrt(pi) exp(-x^2) x (1 + 2x^2/3 + (2x^2)^2/(3*5) + ...)}. */
    private static BigDecimal series(BigDecimal x) {
        BigDecimal square = TWO.multiply(x).multiply(x, WORK);
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int n = 1; term.abs().compareTo(sum.abs().multiply(TINY)) > 0; n++) {
            term = term.multiply(square, WORK).divide(BigDecimal.valueOf(2L * n + 1), WORK);
            sum = sum.add(term, WORK);
        }
        return sum.multiply(slope(x), WORK);
    }

    /** {@code 2 / sqrt(pi) exp(-x^2)}. */
    private static BigDecimal slope(BigDecimal x) {
        return DecimalFunctions.exp(x.multiply(x, WORK).negate())
                .multiply(TWO, WORK)
                .divide(ROOT_OF_PI, WORK);
    }

    private static BigDecimal complement(BigDecimal x) {
        if (x.compareTo(TWO) <= 0) {
            return BigDecimal.ONE.subtract(series(x), WORK);
        }
        BigDecimal fraction = x;
        for (int k = TERMS; k > 0; k--) {
            fraction = x.add(HALF.multiply(BigDecimal.valueOf(k)).divide(fraction, WORK), WORK);
        }
        return slope(x).multiply(HALF).divide(fraction, WORK);
    }
}
