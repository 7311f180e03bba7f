// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.NUMBER;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The functions of {@code math} that are computed in IEEE doubles. */
final class BinaryMath {
    private BinaryMath() {}

    static void addTo(MathPackage math) {
        unary(math, "Sqrt", Math::sqrt);
        unary(math, "Sin", Math::sin);
        unary(math, "Cos", Math::cos);
        unary(math, "Tan", Math::tan);
        unary(math, "Asin", Math::asin);
        unary(math, "Acos", Math::acos);
        unary(math, "Atan", Math::atan);
        unary(math, "Sinh", Math::sinh);
        unary(math, "Cosh", Math::cosh);
        unary(math, "Tanh", Math::tanh);
        unary(math, "Asinh", BinaryMath::asinh);
        unary(math, "Acosh", BinaryMath::acosh);
        unary(math, "Atanh", x -> 0.5 * Math.log1p(2 * x / (1 - x)));
        unary(math, "Expm1", Math::expm1);
        unary(math, "Log1p", Math::log1p);
        unary(math, "Logb", BinaryMath::logb);
        binary(math, "Atan2", Math::atan2);
        binary(math, "Mod", (x, y) -> x % y);
        binary(math, "Remainder", Math::IEEEremainder);
        binary(math, "Hypot", Math::hypot);
        math.function("Ilogb", a -> a.make().of((long) logb(a.binary(0))), NUMBER);
        math.function("Ldexp", a -> a.make().binary(Math.scalb(a.binary(0), a.small(1))), NUMBER, INT);
        unary(math, "Gamma", GammaFunction::of);
        unary(math, "Erf", ErrorFunctions::erf);
        unary(math, "Erfc", ErrorFunctions::erfc);
        unary(math, "Erfinv", ErrorFunctions::erfinv);
        unary(math, "Erfcinv", ErrorFunctions::erfcinv);
        unary(math, "J0", x -> BesselFunctions.j(0, x));
        unary(math, "J1", x -> BesselFunctions.j(1, x));
        unary(math, "Y0", x -> BesselFunctions.y(0, x));
        unary(math, "Y1", x -> BesselFunctions.y(1, x));
        math.function("Jn", a -> a.make().binary(BesselFunctions.j(a.small(0), a.binary(1))), INT, NUMBER);
        math.function("Yn", a -> a.make().binary(BesselFunctions.y(a.small(0), a.binary(1))), INT, NUMBER);
    }

    private static void unary(MathPackage math, String name, DoubleUnaryOperator operator) {
        math.function(name, a -> a.make().binary(operator.applyAsDouble(a.binary(0))), NUMBER);
    }

    private static void binary(MathPackage math, String name, DoubleBinaryOperator operator) {
        math.function(name, a -> a.make().binary(operator.applyAsDouble(a.binary(0), a.binary(1))), NUMBER, NUMBER);
    }

    private static double asinh(double x) {
        double size = Math.abs(x);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1))), x);
    }

    private static double acosh(double x) {
        double t = x - 1;
        return x < 1 ? Double.NaN : Math.log1p(t + Math.sqrt(2 * t + t * t));
    }

    private static double logb(double x) {
        if (x == 0) {
            throw new CallException("zero has no exponent");
        }
        return Math.getExponent(x) >= Double.MIN_EXPONENT ? Math.getExponent(x) : Math.getExponent(x * 0x1p54) - 54;
    }
}
