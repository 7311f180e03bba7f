// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.NUMBER;

import io.invowk.maven.cue.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The package {@code math}: decimals of 34 digits where CUE computes them, IEEE doubles elsewhere. */
final class MathPackage extends StandardPackage {
    private static final int MAX_EXPONENT = 100_000;

    MathPackage() {
        constant("MaxExp", 2147483647L);
        constant("MinExp", -2147483648L);
        constant("MaxPrec", 4294967295L);
        constant("ToNearestEven", 0);
        constant("ToNearestAway", 1);
        constant("ToZero", 2);
        constant("AwayFromZero", 3);
        constant("ToNegativeInf", 4);
        constant("ToPositiveInf", 5);
        constant("Below", -1);
        constant("Exact", 0);
        constant("Above", 1);
        decimal("E", "2.71828182845904523536028747135266249775724709369995957496696763");
        decimal("Pi", "3.14159265358979323846264338327950288419716939937510582097494459");
        decimal("Phi", "1.61803398874989484820458683436563811772030917980576286213544861");
        decimal("Sqrt2", "1.41421356237309504880168872420969807856967187537694807317667974");
        decimal("SqrtE", "1.64872127070012814684865078781416357165377610071014801157507931");
        decimal("SqrtPi", "1.77245385090551602729816748334114518279754945612238712821380779");
        decimal("SqrtPhi", "1.27201964951406896425242246173749149171560804184009624861664038");
        decimal("Ln2", "0.693147180559945309417232121458176568075500134360255254120680009");
        decimal("Log2E", "1.442695040888963407359924681001892137426645954152985934135449408");
        decimal("Ln10", "2.3025850929940456840179914546843642076011014886287729760333278");
        decimal("Log10E", "0.43429448190325182765112891891660508229439700580366656611445378");
        rounding("Floor", RoundingMode.FLOOR);
        rounding("Ceil", RoundingMode.CEILING);
        rounding("Trunc", RoundingMode.DOWN);
        rounding("Round", RoundingMode.HALF_UP);
        rounding("RoundToEven", RoundingMode.HALF_EVEN);
        decimals();
        BinaryMath.addTo(this);
        check("MultipleOf", MathPackage::multiple, NUMBER, NUMBER);
    }

    private void decimals() {
        function("Abs", a -> a.make().decimal(a.number(0).abs()), NUMBER);
        function("Signbit", a -> a.make().of(a.number(0).signum() < 0), NUMBER);
        function("Copysign", MathPackage::copySign, NUMBER, NUMBER);
        function("Dim", a -> a.make().decimal(dim(a.number(0), a.number(1))), NUMBER, NUMBER);
        function("Jacobi", a -> a.make().of(jacobi(a.integer(0), a.integer(1))), INT, INT);
        function("Pow10", a -> a.make().decimal(power10(a.small(0))), INT);
        function("Pow", a -> a.make().decimal(DecimalFunctions.pow(a.number(0), a.number(1))), NUMBER, NUMBER);
        function("Exp", a -> a.make().decimal(DecimalFunctions.exp(a.number(0))), NUMBER);
        function("Exp2", a -> a.make().decimal(DecimalFunctions.pow(BigDecimal.valueOf(2), a.number(0))), NUMBER);
        function("Log", a -> a.make().decimal(DecimalFunctions.log(a.number(0))), NUMBER);
        function("Log2", a -> a.make().decimal(DecimalFunctions.log2(a.number(0))), NUMBER);
        function("Log10", a -> a.make().decimal(DecimalFunctions.log10(a.number(0))), NUMBER);
        function("Cbrt", a -> a.make().decimal(DecimalFunctions.cubeRoot(a.number(0))), NUMBER);
    }

    private void decimal(String name, String digits) {
        constant(name, make -> make.number(new BigDecimal(digits), false));
    }

    private void rounding(String name, RoundingMode mode) {
        function(name, a -> a.make().of(rounded(a.number(0), mode)), NUMBER);
    }

    private static BigInteger rounded(BigDecimal number, RoundingMode mode) {
        return number.setScale(0, mode).toBigIntegerExact();
    }

    private static Value copySign(Arguments a) {
        BigDecimal size = a.number(0).abs();
        return a.make().decimal(a.number(1).signum() < 0 ? size.negate() : size);
    }

    private static BigDecimal dim(BigDecimal x, BigDecimal y) {
        return x.compareTo(y) <= 0 ? BigDecimal.ZERO : Decimals.round(x.subtract(y));
    }

    private static BigDecimal power10(int exponent) {
        if (Math.abs((long) exponent) > MAX_EXPONENT) {
            throw CallException.arithmetic("the exponent " + exponent + " is out of range");
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent);
    }

    private static boolean multiple(Arguments a) {
        if (a.number(1).signum() == 0) {
            throw CallException.arithmetic("division by zero");
        }
        return a.number(0).remainder(a.number(1)).signum() == 0;
    }

    private static long jacobi(BigInteger x, BigInteger y) {
        if (!y.testBit(0)) {
            throw new CallException("the second argument must be odd, not " + y);
        }
        BigInteger n = y.abs();
        BigInteger a = x.mod(n);
        long sign = y.signum() < 0 && x.signum() < 0 ? -1 : 1;
        while (a.signum() != 0) {
            int twos = a.getLowestSetBit();
            a = a.shiftRight(twos);
            int eight = n.intValue() & 7;
            if (twos % 2 == 1 && (eight == 3 || eight == 5)) {
                sign = -sign;
            }
            if ((a.intValue() & 3) == 3 && (n.intValue() & 3) == 3) {
                sign = -sign;
            }
            BigInteger rest = n.mod(a);
            n = a;
            a = rest;
        }
        return n.equals(BigInteger.ONE) ? sign : 0;
    }
}
