// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Bessel functions of the first and second kind and of whole order.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 10.2.2 and 10.8.1 (series, with so many digits that 30 are left
 * where their terms cancel), 10.17.3 and 10.17.4 (large arguments), 10.6.1 (recurrence).
 */
final class BesselFunctions {
    /** From here on the expansion for large arguments has all digits of a double. */
    private static final double LARGE = 200;
    /** Orders beyond are refused: the series needs as many digits and terms as an argument below the order is large. */
    private static final int MAX_ORDER = 1_000;

    private static final int DIGITS = 40;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** Euler's constant. */
    private static final BigDecimal GAMMA =
            new BigDecimal("0.57721566490153286060651209008240243104215933593992359880576723");

    private BesselFunctions() {}

    /** Of the first kind. */
    static double j(int order, double x) {
        check(order);
        int n = Math.abs(order);
        double sign = n % 2 != 0 && (order < 0) != (x < 0) ? -1 : 1;
        double size = Math.abs(x);
        if (size == 0) {
            return n == 0 ? 1 : 0;
        }
        if (size < LARGE || n > size) {
            return sign * series(n, new BigDecimal(size), context(size)).doubleValue();
        }
        double before = far(0, size, false);
        double value = n == 0 ? before : far(1, size, false);
        for (int k = 1; k < n; k++) {
            double next = 2 * k / size * value - before;
            before = value;
            value = next;
        }
        return sign * value;
    }

    /** Of the second kind: infinite at zero, not a number below. */
    static double y(int order, double x) {
        check(order);
        int n = Math.abs(order);
        double sign = n % 2 != 0 && order < 0 ? -1 : 1;
        if (x < 0) {
            return Double.NaN;
        }
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double before = x < LARGE ? y0(new BigDecimal(x), context(x)).doubleValue() : far(0, x, true);
        if (n == 0) {
            return before;
        }
        double value = x < LARGE ? y1(new BigDecimal(x), context(x)).doubleValue() : far(1, x, true);
        for (int k = 1; k < n && !Double.isInfinite(value); k++) {
            double next = 2 * k / x * value - before;
            before = value;
            value = next;
        }
        return sign * value;
    }

    private static void check(int order) {
        if (Math.abs((long) order) > MAX_ORDER) {
            throw CallException.arithmetic("the order " + order + " is beyond " + MAX_ORDER);
        }
    }

    /** The terms of the series are up to exp(x). */
    private static MathContext context(double x) {
        return new MathContext(DIGITS + (int) x, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal series(int n, BigDecimal x, MathContext work) {
        BigDecimal half = x.divide(TWO, work);
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k <= n; k++) {
            term = term.multiply(half, work).divide(BigDecimal.valueOf(k), work);
        }
        BigDecimal square = half.multiply(half, work).negate();
        BigDecimal sum = term;
        for (long k = 1; isLarge(term, sum, half, k, work); k++) {
            term = term.multiply(square, work).divide(BigDecimal.valueOf(k * (k + n)), work);
            sum = sum.add(term, work);
        }
        return sum;
    }

    /** Whether the terms still grow, or count. */
    private static boolean isLarge(BigDecimal term, BigDecimal sum, BigDecimal half, long k, MathContext work) {
        boolean grows = BigDecimal.valueOf(k).compareTo(half) < 0;
        BigDecimal least = sum.abs().movePointLeft(work.getPrecision());
        return grows || term.abs().compareTo(least) > 0;
    }

    private static BigDecimal y0(BigDecimal x, MathContext work) {
        BigDecimal half = x.divide(TWO, work);
        BigDecimal square = half.multiply(half, work).negate();
        BigDecimal term = BigDecimal.ONE.negate();
        BigDecimal harmonic = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (long k = 1; k == 1 || isLarge(term, sum, half, k, work); k++) {
            term = term.multiply(square, work).divide(BigDecimal.valueOf(k * k), work);
            harmonic = harmonic.add(BigDecimal.ONE.divide(BigDecimal.valueOf(k), work), work);
            sum = sum.add(term.multiply(harmonic, work), work);
        }
        BigDecimal first = logarithm(half).multiply(series(0, x, work), work);
        return first.add(sum, work).multiply(TWO, work).divide(ErrorFunctions.PI, work);
    }

    private static BigDecimal y1(BigDecimal x, MathContext work) {
        BigDecimal half = x.divide(TWO, work);
        BigDecimal square = half.multiply(half, work).negate();
        BigDecimal term = half;
        BigDecimal harmonic = BigDecimal.ONE;
        BigDecimal sum = half;
        for (long k = 1; isLarge(term, sum, half, k, work); k++) {
            term = term.multiply(square, work).divide(BigDecimal.valueOf(k * (k + 1)), work);
            BigDecimal next = BigDecimal.ONE.divide(BigDecimal.valueOf(k), work);
            BigDecimal behind = BigDecimal.ONE.divide(BigDecimal.valueOf(k + 1), work);
            // of k, and of k + 1
            harmonic = harmonic.add(next, work).add(behind, work);
            sum = sum.add(term.multiply(harmonic, work), work);
        }
        BigDecimal first = logarithm(half).multiply(TWO).multiply(series(1, x, work), work);
        BigDecimal pole = BigDecimal.ONE.divide(half, work);
        return first.subtract(sum, work).subtract(pole, work).divide(ErrorFunctions.PI, work);
    }

    private static BigDecimal logarithm(BigDecimal half) {
        return DecimalFunctions.log(half).add(GAMMA);
    }

    /** For orders 0 and 1 and large arguments; the second kind is a quarter of a turn behind the first. */
    private static double far(int n, double x, boolean second) {
        double even = 1;
        double odd = 0;
        double term = 1;
        for (int k = 1; k <= 20 && Math.abs(term) > 1e-20; k++) {
            double step = 2 * k - 1;
            term *= (4 * n * n - step * step) / (8 * k * x);
            double signed = k / 2 % 2 == 0 ? term : -term;
            if (k % 2 == 0) {
                even += signed;
            } else {
                odd += signed;
            }
        }
        double sin = Math.sin(x);
        double cos = Math.cos(x);
        double cosine = n == 0 ? cos + sin : sin - cos;
        double sine = n == 0 ? sin - cos : -sin - cos;
        double wave = second ? even * sine + odd * cosine : even * cosine - odd * sine;
        return wave / Math.sqrt(Math.PI * x);
    }
}
