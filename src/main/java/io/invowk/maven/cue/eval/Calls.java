// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Calls of predeclared functions that give a scalar. */
final class Calls {
    private Calls() {}

    static Operand call(Evaluator evaluator, Vertex at, Conjunct conjunct, CompiledExpr.Call call) {
        CompiledExpr callee = Functions.callee(call);
        if (callee instanceof CompiledExpr.Function function) {
            String name = function.name();
            return switch (name) {
                case "len" -> new Operand.Known(length(evaluator, at, conjunct, call), call.place());
                case "error" -> throw user(evaluator, at, conjunct, call);
                case "div", "mod", "quo", "rem" ->
                    new Operand.Known(division(evaluator, at, conjunct, call, name), call.place());
                case "matchN", "matchIf" -> throw Matching.misplaced(evaluator, at, call, name);
                default -> throw evaluator.unsupported(at, call.place(), "the function \"" + name + "\"");
            };
        }
        if (callee instanceof CompiledExpr.PackageMember member) {
            return evaluator.library.call(at, conjunct, call, member);
        }
        throw new Signal.Failed(Bottom.fatal(ErrorKind.TYPE, at, call.place(), "what is called is not a function"));
    }

    private static Scalar length(Evaluator evaluator, Vertex at, Conjunct conjunct, CompiledExpr.Call call) {
        Functions.checkCount(at, call, "len", 1);
        CompiledExpr argument = call.arguments().get(0);
        int kinds = Kinds.STRING | Kinds.BYTES | Kinds.LIST | Kinds.STRUCT;
        Bottom never = Bottom.fatal(
                ErrorKind.TYPE, at, argument.place(), "only strings, bytes, lists and structs have a length");
        Operand operand = evaluator.computation.compute(at, conjunct, argument, kinds, never);
        if (operand instanceof Operand.Composite composite) {
            Vertex v = composite.vertex();
            evaluator.computation.demandFields(at, v, argument.place());
            return Scalar.Num.of(v.kinds == Kinds.LIST ? v.elements() : Computation.countFields(v));
        }
        Scalar value = ((Operand.Known) operand).value();
        if (value instanceof Scalar.Str str) {
            return Scalar.Num.of(str.value().getBytes(StandardCharsets.UTF_8).length);
        }
        if (value instanceof Scalar.Bytes bytes) {
            return Scalar.Num.of(bytes.value().length);
        }
        throw new Signal.Failed(never.also(operand.place()));
    }

    private static Signal.Failed user(Evaluator evaluator, Vertex at, Conjunct conjunct, CompiledExpr.Call call) {
        Functions.checkCount(at, call, "error", 1);
        Operand operand =
                evaluator.computation.compute(at, conjunct, call.arguments().get(0));
        String message = operand instanceof Operand.Known known && known.value() instanceof Scalar.Str str
                ? str.value()
                : Descriptions.of(operand);
        return new Signal.Failed(Bottom.fatal(ErrorKind.OTHER, at, call.place(), message));
    }

    private static Scalar division(
            Evaluator evaluator, Vertex at, Conjunct conjunct, CompiledExpr.Call call, String name) {
        Functions.checkCount(at, call, name, 2);
        BigInteger a = integer(evaluator, at, conjunct, call.arguments().get(0), name);
        BigInteger b = integer(evaluator, at, conjunct, call.arguments().get(1), name);
        if (b.signum() == 0) {
            throw new Signal.Failed(Bottom.fatal(ErrorKind.ARITH, at, call.place(), "division by zero"));
        }
        BigInteger result = switch (name) {
            case "div" -> a.subtract(a.mod(b.abs())).divide(b);
            case "mod" -> a.mod(b.abs());
            case "quo" -> a.divide(b);
            default -> a.remainder(b);
        };
        return new Scalar.Num(new java.math.BigDecimal(result), true);
    }

    private static BigInteger integer(
            Evaluator evaluator, Vertex at, Conjunct conjunct, CompiledExpr argument, String name) {
        Operand operand = evaluator.computation.compute(at, conjunct, argument);
        if (operand instanceof Operand.Known known && known.value() instanceof Scalar.Num num && num.integer()) {
            return num.value().toBigIntegerExact();
        }
        throw new Signal.Failed(Bottom.fatal(
                ErrorKind.TYPE,
                at,
                argument.place(),
                "\"" + name + "\" needs an int, not " + Descriptions.of(operand)));
    }
}
