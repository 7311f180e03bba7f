// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Euler's gamma function by Spouge's approximation (SIAM Journal on Numerical Analysis 31, 1994), with 24 digits. */
final class GammaFunction {
    private static final MathContext WORK = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal E =
            new BigDecimal("2.71828182845904523536028747135266249775724709369995957496696763");
    private static final BigDecimal ROOT_OF_TWO_PI =
            BigDecimal.valueOf(2).multiply(ErrorFunctions.PI).sqrt(WORK);
    /** The parameter of the approximation: its error falls by 2 pi for each more. */
    private static final int TERMS = 30;
    /** From here on the value is beyond the largest double. */
    private static final double LARGEST = 171.7;
    /** Below, the value is nearer to zero than any double. */
    private static final double LEAST = -190;

    private GammaFunction() {}

    /** Infinite at zero and where the value is too large, not a number at other ints below. */
    static double of(double x) {
        if (x == 0 || x > LARGEST) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < 0 && x == Math.rint(x)) {
            return Double.NaN;
        }
        if (x < LEAST) {
            return 0;
        }
        BigDecimal above = new BigDecimal(x);
        BigDecimal product = BigDecimal.ONE;
        while (above.compareTo(BigDecimal.ONE) < 0) {
            product = product.multiply(above, WORK);
            above = above.add(BigDecimal.ONE, WORK);
        }
        return ofFactorial(above.subtract(BigDecimal.ONE)).divide(product, WORK).doubleValue();
    }

    /** The gamma function of {@code z + 1}, for z from 0. */
    private static BigDecimal ofFactorial(BigDecimal z) {
        BigDecimal sum = ROOT_OF_TWO_PI;
        BigDecimal factorial = BigDecimal.ONE;
        for (int k = 1; k < TERMS; k++) {
            BigDecimal rest = BigDecimal.valueOf(TERMS - k);
            BigDecimal coefficient = rest.pow(k - 1, WORK)
                    .multiply(rest.sqrt(WORK), WORK)
                    .multiply(E.pow(TERMS - k, WORK), WORK)
                    .divide(factorial, WORK);
            BigDecimal term = coefficient.divide(z.add(BigDecimal.valueOf(k)), WORK);
            sum = k % 2 == 1 ? sum.add(term, WORK) : sum.subtract(term, WORK);
            factorial = factorial.multiply(BigDecimal.valueOf(k));
        }
        BigDecimal base = z.add(BigDecimal.valueOf(TERMS));
        BigDecimal exponent =
                DecimalFunctions.log(base).multiply(z.add(HALF), WORK).subtract(base, WORK);
        return DecimalFunctions.exp(exponent).multiply(sum, WORK);
    }
}
