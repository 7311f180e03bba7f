// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.builtin.RegexpOperator;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Operator;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binary operators on scalars (CUE spec, "Operators"). */
final class Operators {
    /** Floats keep 34 significant digits. */
    private static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_UP);

    private Operators() {}

    static Scalar apply(Vertex at, CompiledExpr.Binary expr, Operand.Known left, Operand.Known right) {
        Scalar a = left.value();
        Scalar b = right.value();
        Scalar result = switch (expr.op()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> arithmetic(at, expr, a, b);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
                Bounds.comparable(a, b) ? new Scalar.Bool(Bounds.holds(expr.op(), a, b)) : null;
            case MATCH, NOT_MATCH -> match(at, expr, a, b);
            case AND ->
                a instanceof Scalar.Bool x && b instanceof Scalar.Bool y
                        ? new Scalar.Bool(x.value() && y.value())
                        : null;
            case OR ->
                a instanceof Scalar.Bool x && b instanceof Scalar.Bool y
                        ? new Scalar.Bool(x.value() || y.value())
                        : null;
            case EQUAL, NOT_EQUAL, NOT -> throw new IllegalArgumentException("not for two scalars");
        };
        if (result == null) {
            throw new Signal.Failed(wrong(at, expr, left, right));
        }
        return result;
    }

    static Bottom wrong(Vertex at, CompiledExpr.Binary expr, Operand left, Operand right) {
        return Bottom.fatal(
                        ErrorKind.TYPE,
                        at,
                        expr.place(),
                        "\"" + expr.op().symbol() + "\" cannot be used with " + Descriptions.of(left) + " and "
                                + Descriptions.of(right))
                .also(left.place())
                .also(right.place());
    }

    private static @Nullable Scalar match(Vertex at, CompiledExpr.Binary expr, Scalar text, Scalar pattern) {
        if (!(text instanceof Scalar.Str string)) {
            return null;
        }
        String regexp;
        if (pattern instanceof Scalar.Str str) {
            regexp = str.value();
        } else if (pattern instanceof Scalar.Bytes bytes) {
            regexp = new String(bytes.value(), java.nio.charset.StandardCharsets.UTF_8);
        } else {
            return null;
        }
        Optional<String> problem = RegexpOperator.problem(regexp);
        if (problem.isPresent()) {
            throw new Signal.Failed(Bottom.fatal(
                    ErrorKind.TYPE, at, expr.place(), "invalid regular expression " + pattern + ": " + problem.get()));
        }
        return new Scalar.Bool(RegexpOperator.match(regexp, string.value()) == (expr.op() == Operator.MATCH));
    }

    private static @Nullable Scalar arithmetic(Vertex at, CompiledExpr.Binary expr, Scalar a, Scalar b) {
        if (a instanceof Scalar.Num x && b instanceof Scalar.Num y) {
            return numbers(at, expr, x, y);
        }
        if (expr.op() == Operator.ADD) {
            return concatenation(at, expr, a, b);
        }
        if (expr.op() == Operator.MULTIPLY && b instanceof Scalar.Num count && count.integer()) {
            return repetition(at, expr, a, count);
        }
        if (expr.op() == Operator.MULTIPLY && a instanceof Scalar.Num count && count.integer()) {
            return repetition(at, expr, b, count);
        }
        return null;
    }

    private static @Nullable Scalar concatenation(Vertex at, CompiledExpr.Binary expr, Scalar a, Scalar b) {
        if (a instanceof Scalar.Str x && b instanceof Scalar.Str y) {
            checkSize(at, expr, (long) x.value().length() + y.value().length());
            return new Scalar.Str(x.value() + y.value());
        }
        if (a instanceof Scalar.Bytes x && b instanceof Scalar.Bytes y) {
            checkSize(at, expr, (long) x.value().length + y.value().length);
            byte[] both = java.util.Arrays.copyOf(x.value(), x.value().length + y.value().length);
            System.arraycopy(y.value(), 0, both, x.value().length, y.value().length);
            return new Scalar.Bytes(both);
        }
        return null;
    }

    private static @Nullable Scalar repetition(Vertex at, CompiledExpr.Binary expr, Scalar part, Scalar.Num count) {
        if (!(part instanceof Scalar.Str) && !(part instanceof Scalar.Bytes)) {
            return null;
        }
        boolean within =
                count.value().signum() >= 0 && count.value().compareTo(BigDecimal.valueOf(Limits.MAX_REPETITIONS)) <= 0;
        if (!within) {
            throw arith(at, expr, count + " repetitions are not within 0 and " + Limits.MAX_REPETITIONS);
        }
        int times = count.value().intValueExact();
        if (part instanceof Scalar.Str str) {
            checkSize(at, expr, (long) str.value().length() * times);
            return new Scalar.Str(str.value().repeat(times));
        }
        byte[] bytes = ((Scalar.Bytes) part).value();
        checkSize(at, expr, (long) bytes.length * times);
        byte[] all = new byte[bytes.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
        }
        return new Scalar.Bytes(all);
    }

    private static void checkSize(Vertex at, CompiledExpr.Binary expr, long size) {
        if (size > Limits.MAX_SIZE) {
            throw arith(at, expr, "the result is longer than " + Limits.MAX_SIZE);
        }
    }

    private static Signal.Failed arith(Vertex at, CompiledExpr.Binary expr, String message) {
        return new Signal.Failed(Bottom.fatal(ErrorKind.ARITH, at, expr.place(), message));
    }

    private static Scalar numbers(Vertex at, CompiledExpr.Binary expr, Scalar.Num x, Scalar.Num y) {
        BigDecimal a = x.value();
        BigDecimal b = y.value();
        checkExponent(at, expr, a);
        checkExponent(at, expr, b);
        boolean integer = x.integer() && y.integer();
        BigDecimal result = switch (expr.op()) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            default -> {
                if (b.signum() == 0) {
                    throw arith(at, expr, "division by zero");
                }
                yield quotient(a, b);
            }
        };
        if (expr.op() == Operator.DIVIDE) {
            integer = false;
        }
        BigDecimal value = integer ? result : result.round(PRECISION);
        checkExponent(at, expr, value);
        return new Scalar.Num(value, integer);
    }

    private static void checkExponent(Vertex at, CompiledExpr.Binary expr, BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > Limits.MAX_EXPONENT
                || Math.abs((long) number.scale()) > Limits.MAX_EXPONENT) {
            throw arith(at, expr, "the exponent of a number is beyond " + Limits.MAX_EXPONENT);
        }
    }

    /** Without trailing zeros, but with one fractional digit where the quotient has none. */
    private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
        if (a.signum() == 0) {
            return a.scale() > b.scale() ? new BigDecimal("0.0") : BigDecimal.ZERO;
        }
        BigDecimal stripped = a.divide(b, PRECISION).stripTrailingZeros();
        if (stripped.scale() > 0) {
            return stripped;
        }
        return new BigDecimal(stripped.unscaledValue().multiply(java.math.BigInteger.TEN), stripped.scale() + 1);
    }
}
