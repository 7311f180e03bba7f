// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exponential functions on decimals: computed with some digits more, rounded to 34. */
final class DecimalFunctions {
    private static final MathContext WORK = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal TINY = new BigDecimal(BigInteger.ONE, 62);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final int MAX_EXPONENT = 100_000;
    /** Beyond, the result has an exponent that is out of range. */
    private static final BigDecimal MAX_EXP = new BigDecimal("230258.5");

    private DecimalFunctions() {}

    static BigDecimal exp(BigDecimal x) {
        return x.signum() == 0 ? BigDecimal.ONE : Decimals.round(working(x));
    }

    private static BigDecimal working(BigDecimal x) {
        if (x.abs().compareTo(MAX_EXP) > 0) {
            throw CallException.arithmetic("the exponent of the result is out of range");
        }
        int halvings = 0;
        BigDecimal small = x;
        while (small.abs().compareTo(new BigDecimal("0.5")) > 0) {
            small = small.divide(TWO, WORK);
            halvings++;
        }
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; term.signum() != 0 && term.abs().compareTo(TINY) > 0; i++) {
            term = term.multiply(small, WORK).divide(BigDecimal.valueOf(i), WORK);
            sum = sum.add(term, WORK);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, WORK);
        }
        return sum;
    }

    static BigDecimal log(BigDecimal x) {
        return Decimals.round(workingLog(x));
    }

    /** The quotient of two rounded logarithms, as the reference implementation computes it. */
    static BigDecimal log2(BigDecimal x) {
        return log(x).divide(log(TWO), Decimals.PRECISION).stripTrailingZeros();
    }

    static BigDecimal log10(BigDecimal x) {
        BigDecimal quotient = workingLog(x).divide(workingLog(BigDecimal.TEN), WORK);
        return Decimals.round(quotient.setScale(50, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** By {@code ln(x) = n ln(10) + 2 artanh((y - 1) / (y + 1))}, with y near 1 after square roots. */
    private static BigDecimal workingLog(BigDecimal x) {
        if (x.signum() <= 0) {
            throw CallException.arithmetic("there is no logarithm of " + x);
        }
        int tens = x.precision() - x.scale() - 1;
        BigDecimal y = x.scaleByPowerOfTen(-tens);
        BigDecimal result = near(y);
        return tens == 0 ? result : result.add(near(BigDecimal.TEN).multiply(BigDecimal.valueOf(tens)), WORK);
    }

    private static BigDecimal near(BigDecimal x) {
        BigDecimal y = x;
        BigDecimal factor = TWO;
        while (y.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.1")) > 0) {
            y = y.sqrt(WORK);
            factor = factor.multiply(TWO);
        }
        BigDecimal z = y.subtract(BigDecimal.ONE).divide(y.add(BigDecimal.ONE), WORK);
        BigDecimal square = z.multiply(z, WORK);
        BigDecimal power = z;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; power.signum() != 0 && power.abs().compareTo(TINY) > 0; i += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(i), WORK), WORK);
            power = power.multiply(square, WORK);
        }
        return sum.multiply(factor, WORK);
    }

    static BigDecimal pow(BigDecimal x, BigDecimal y) {
        boolean integral = y.signum() == 0 || y.stripTrailingZeros().scale() <= 0;
        if (x.signum() == 0) {
            if (y.signum() <= 0) {
                throw CallException.arithmetic("there is no power " + y + " of zero");
            }
            return BigDecimal.ZERO;
        }
        if (!integral && x.signum() < 0) {
            throw CallException.arithmetic("there is no power " + y + " of " + x);
        }
        if (!integral) {
            return Decimals.round(working(workingLog(x).multiply(y, WORK)));
        }
        if (y.abs().compareTo(BigDecimal.valueOf(MAX_EXPONENT)) > 0) {
            throw CallException.arithmetic("the exponent " + y + " is out of range");
        }
        BigDecimal power = x.pow(Math.abs(y.intValueExact()), WORK);
        long magnitude = (long) power.precision() - power.scale();
        if (Math.abs(magnitude) > MAX_EXPONENT) {
            throw CallException.arithmetic("the exponent of the result is out of range");
        }
        if (y.signum() >= 0) {
            return Decimals.round(power);
        }
        BigDecimal inverse = BigDecimal.ONE.divide(power, Decimals.PRECISION);
        return inverse.setScale(inverse.scale() + Decimals.PRECISION.getPrecision() - inverse.precision());
    }

    /** By Newton's method, from the nearest double. */
    static BigDecimal cubeRoot(BigDecimal x) {
        if (x.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int thirds = Math.floorDiv(x.precision() - x.scale(), 3);
        BigDecimal scaled = x.scaleByPowerOfTen(-3 * thirds);
        BigDecimal root = BigDecimal.valueOf(Math.cbrt(scaled.doubleValue()));
        for (int i = 0; i < 4; i++) {
            BigDecimal fit = scaled.divide(root.multiply(root, WORK), WORK);
            root = root.multiply(TWO, WORK).add(fit, WORK).divide(THREE, WORK);
        }
        BigDecimal rounded = Decimals.round(root);
        return rounded.pow(3).compareTo(scaled) == 0
                ? rounded.stripTrailingZeros().scaleByPowerOfTen(thirds)
                : rounded.scaleByPowerOfTen(thirds);
    }
}
