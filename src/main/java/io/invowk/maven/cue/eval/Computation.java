// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.builtin.Element;
import io.invowk.maven.cue.builtin.Values;
import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Operator;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.Place;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Computes the concrete values that operators, interpolations and clauses need; defaults are taken. */
final class Computation {
    private final Evaluator evaluator;

    Computation(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The concrete value of an expression, or a signal. */
    Operand compute(Vertex at, Conjunct conjunct, CompiledExpr expr) {
        if (expr instanceof CompiledExpr.Literal literal) {
            return new Operand.Known(literal.value(), literal.place());
        }
        if (expr instanceof CompiledExpr.Binary binary) {
            return binary(at, conjunct, binary);
        }
        if (expr instanceof CompiledExpr.Unary unary) {
            return unary(at, conjunct, unary);
        }
        if (expr instanceof CompiledExpr.Interpolation interpolation) {
            return interpolation(at, conjunct, interpolation);
        }
        if (expr instanceof CompiledExpr.LabelReference reference) {
            FieldLabel label = conjunct.env().up(reference.up()).label;
            return new Operand.Known(new Scalar.Str(label == null ? "" : label.text()), reference.place());
        }
        if (expr instanceof CompiledExpr.Slice slice) {
            return slice(at, conjunct, slice);
        }
        if (expr instanceof CompiledExpr.Call call) {
            CompiledExpr.Call direct = Functions.direct(evaluator, at, conjunct, call);
            if (!makesVertex(direct)) {
                Operand result = Calls.call(evaluator, at, conjunct, direct);
                if (result instanceof Operand.Known known) {
                    evaluator.limits.countMade(at, known.value());
                }
                return result;
            }
        }
        return read(at, evaluator.references.resolve(at, conjunct, expr), expr.place());
    }

    private static boolean makesVertex(CompiledExpr.Call call) {
        return Functions.callee(call) instanceof CompiledExpr.Function function
                && List.of("close", "and", "or").contains(function.name());
    }

    /** The concrete value of a vertex. */
    Operand read(Vertex at, Vertex target, Place place) {
        int blocked = evaluator.settle(target);
        Vertex v = evaluator.resolved(target);
        if (v.state == Vertex.State.DONE && v.failure != null) {
            throw new Signal.Failed(v.failure);
        }
        for (Bottom error : v.errors()) {
            if (!error.incomplete()) {
                throw new Signal.Failed(error);
            }
        }
        boolean single = v.alternatives == null && (v.choices().isEmpty() || v.scalar != null);
        if (single && v.scalar != null && v.scalarSource != null) {
            return new Operand.Known(v.scalar, v.scalarSource.place());
        }
        if (single && (v.kinds == Kinds.STRUCT || v.kinds == Kinds.LIST)) {
            return new Operand.Composite(v, first(v, place));
        }
        if (blocked > 0) {
            throw new Signal.Blocked(blocked);
        }
        if (v.settling > 0) {
            if (!v.frozen) {
                throw new Signal.Blocked(v.settling);
            }
            Place own = v.conjuncts().isEmpty()
                    ? place
                    : v.conjuncts().get(0).expr().place();
            throw new Signal.Failed(Bottom.of(ErrorKind.CYCLE, true, v, own, "the value depends on itself")
                    .also(place));
        }
        Bottom waiting = Conclusion.ownWaiting(v);
        if (waiting != null) {
            throw new Signal.Failed(waiting);
        }
        int above = evaluator.unsettledAbove(target);
        if (above > 0) {
            throw new Signal.Blocked(above);
        }
        throw new Signal.Failed(notConcrete(v, place), v.alternatives == null ? v.kinds : Kinds.ALL);
    }

    /** The concrete value of an expression where only some kinds make sense: what can never be one is a final error. */
    Operand compute(Vertex at, Conjunct conjunct, CompiledExpr expr, int kinds, Bottom otherwise) {
        try {
            return compute(at, conjunct, expr);
        } catch (Signal.Failed failed) {
            boolean itself = !(expr instanceof CompiledExpr.Call
                    || expr instanceof CompiledExpr.Binary
                    || expr instanceof CompiledExpr.Unary
                    || expr instanceof CompiledExpr.Slice
                    || expr instanceof CompiledExpr.Interpolation);
            throw itself && (failed.kinds & kinds) == 0 ? new Signal.Failed(otherwise) : failed;
        }
    }

    private static Place first(Vertex vertex, Place otherwise) {
        return vertex.contributions().isEmpty()
                ? otherwise
                : vertex.contributions().get(0).place();
    }

    /** The error for a value that is needed and not concrete. */
    Bottom notConcrete(Vertex vertex, Place use) {
        Bottom bottom = Bottom.of(
                ErrorKind.INCOMPLETE,
                true,
                vertex,
                use,
                vertex.alternatives != null
                        ? "several alternatives are left and none is the default"
                        : "the value is not concrete: " + Descriptions.of(vertex));
        return bottom.also(first(vertex, use));
    }

    /** Waits until the set of fields of a struct or list is known; from then on nobody may add to it. */
    void demandFields(Vertex at, Vertex vertex, Place use) {
        int blocked = evaluator.settle(vertex);
        if (blocked > 0) {
            throw new Signal.Blocked(blocked);
        }
        if (vertex.settling > 0 && !vertex.frozen) {
            throw new Signal.Blocked(vertex.settling);
        }
        if (vertex.settling > 0) {
            if (vertex.kinds == Kinds.LIST && vertex.lengthPlace == null) {
                throw new Signal.Failed(elementsUnknown(vertex, use));
            }
            vertex.iterated = use;
            return;
        }
        Bottom waiting = Conclusion.ownWaiting(vertex);
        if (waiting != null) {
            throw new Signal.Failed(waiting);
        }
    }

    /** The error for a list whose number of elements only its own comprehensions could say. */
    private static Bottom elementsUnknown(Vertex list, Place use) {
        return Bottom.of(
                        ErrorKind.INCOMPLETE,
                        true,
                        list,
                        use,
                        "the elements of the list are needed before they are known")
                .also(first(list, use));
    }

    /** Waits until everything below a vertex is known; only its own tasks may take what is there so far. */
    void demandAll(Vertex at, Vertex vertex, Place use) {
        int blocked = evaluator.finish(vertex);
        if (blocked > 0) {
            throw new Signal.Blocked(blocked);
        }
        if (vertex.state == Vertex.State.OPEN && vertex.original != at.original) {
            throw new Signal.Failed(notConcrete(vertex, use));
        }
        Vertex v = evaluator.resolved(vertex);
        if (v.failure != null) {
            throw new Signal.Failed(v.failure);
        }
        Bottom waiting = Conclusion.waiting(v);
        if (waiting != null) {
            throw new Signal.Failed(waiting);
        }
    }

    private Operand unary(Vertex at, Conjunct conjunct, CompiledExpr.Unary expr) {
        Optional<String> refusal = expr.operand().refusal(expr.op());
        if (refusal.isPresent()) {
            throw new Signal.Failed(
                    Bottom.fatal(ErrorKind.TYPE, at, expr.operand().place(), refusal.get()));
        }
        Operand operand = compute(at, conjunct, expr.operand());
        Scalar value = operand instanceof Operand.Known known ? known.value() : null;
        Scalar result = null;
        if (expr.op() == Operator.NOT) {
            result = value instanceof Scalar.Bool bool ? new Scalar.Bool(!bool.value()) : null;
        } else if (value instanceof Scalar.Num num) {
            result =
                    expr.op() == Operator.ADD ? num : new Scalar.Num(num.value().negate(), num.integer());
        }
        if (result == null) {
            throw new Signal.Failed(Bottom.fatal(
                            ErrorKind.TYPE,
                            at,
                            expr.place(),
                            "\"" + expr.op().symbol() + "\" cannot be used with " + Descriptions.of(operand))
                    .also(operand.place()));
        }
        return new Operand.Known(result, expr.place());
    }

    private Operand binary(Vertex at, Conjunct conjunct, CompiledExpr.Binary expr) {
        boolean equality = expr.op() == Operator.EQUAL || expr.op() == Operator.NOT_EQUAL;
        if (equality && expr.right() instanceof CompiledExpr.Bottom) {
            return presence(at, conjunct, expr, expr.left());
        }
        if (equality && expr.left() instanceof CompiledExpr.Bottom) {
            return presence(at, conjunct, expr, expr.right());
        }
        Operand left = compute(at, conjunct, expr.left());
        Operand right = compute(at, conjunct, expr.right());
        if (equality) {
            boolean same = new Equality(evaluator).test(at, left, right);
            return new Operand.Known(new Scalar.Bool(same == (expr.op() == Operator.EQUAL)), expr.place());
        }
        if (left instanceof Operand.Known l && right instanceof Operand.Known r) {
            Scalar result = Operators.apply(at, expr, l, r);
            evaluator.limits.countMade(at, result);
            return new Operand.Known(result, expr.place());
        }
        throw new Signal.Failed(Operators.wrong(at, expr, left, right));
    }

    private Operand presence(Vertex at, Conjunct conjunct, CompiledExpr.Binary expr, CompiledExpr tested) {
        boolean error = evaluator.presenceTests.isError(at, conjunct, tested);
        return new Operand.Known(new Scalar.Bool(error == (expr.op() == Operator.EQUAL)), expr.place());
    }

    private Operand interpolation(Vertex at, Conjunct conjunct, CompiledExpr.Interpolation expr) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < expr.texts().size(); i++) {
            append(expr.texts().get(i), expr.bytes(), text, bytes);
            if (i < expr.parts().size()) {
                append(part(at, conjunct, expr, expr.parts().get(i)), expr.bytes(), text, bytes);
            }
        }
        Scalar value = expr.bytes() ? new Scalar.Bytes(bytes.toByteArray()) : new Scalar.Str(text.toString());
        evaluator.limits.countMade(at, value);
        return new Operand.Known(value, expr.place());
    }

    private Scalar part(Vertex at, Conjunct conjunct, CompiledExpr.Interpolation expr, CompiledExpr part) {
        Operand operand = compute(at, conjunct, part);
        if (operand instanceof Operand.Known known && known.value().kind() != Kinds.NULL) {
            return known.value();
        }
        throw new Signal.Failed(Bottom.fatal(
                        ErrorKind.TYPE, at, expr.place(), Descriptions.of(operand) + " cannot be put into a string")
                .also(operand.place()));
    }

    private static void append(Scalar part, boolean asBytes, StringBuilder text, ByteArrayOutputStream bytes) {
        if (asBytes && part instanceof Scalar.Bytes raw) {
            bytes.writeBytes(raw.value());
            return;
        }
        String string = part instanceof Scalar.Str str
                ? str.value()
                : part instanceof Scalar.Bytes raw ? Values.text(raw.value()) : part.toString();
        if (asBytes) {
            bytes.writeBytes(string.getBytes(StandardCharsets.UTF_8));
        } else {
            text.append(string);
        }
    }

    private Operand slice(Vertex at, Conjunct conjunct, CompiledExpr.Slice expr) {
        Bottom never = Bottom.fatal(ErrorKind.TYPE, at, expr.place(), "only lists and bytes can be sliced");
        Operand operand = compute(at, conjunct, expr.operand(), Kinds.LIST | Kinds.BYTES, never);
        if (operand instanceof Operand.Known known && known.value() instanceof Scalar.Bytes bytes) {
            int size = bytes.value().length;
            int low = limit(at, conjunct, expr, expr.low(), 0, size);
            int high = limit(at, conjunct, expr, expr.high(), size, size);
            checkOrder(at, expr, low, high);
            byte[] part = java.util.Arrays.copyOfRange(bytes.value(), low, high);
            return new Operand.Known(new Scalar.Bytes(part), expr.place());
        }
        if (!(operand instanceof Operand.Composite composite) || composite.vertex().kinds != Kinds.LIST) {
            throw new Signal.Failed(
                    Bottom.fatal(ErrorKind.TYPE, at, expr.place(), "cannot slice " + Descriptions.of(operand)));
        }
        ElementList lists = new ElementList(evaluator, at, expr.place());
        List<Element> elements = lists.of(composite.vertex());
        int low = limit(at, conjunct, expr, expr.low(), 0, elements.size());
        int high = limit(at, conjunct, expr, expr.high(), elements.size(), elements.size());
        checkOrder(at, expr, low, high);
        return lists.make(conjunct, elements.subList(low, high));
    }

    private static void checkOrder(Vertex at, CompiledExpr.Slice expr, int low, int high) {
        if (low > high) {
            throw new Signal.Failed(Bottom.fatal(
                    ErrorKind.UNDEFINED, at, expr.place(), "slice begins at " + low + " and ends before, at " + high));
        }
    }

    private int limit(
            Vertex at,
            Conjunct conjunct,
            CompiledExpr.Slice expr,
            Optional<CompiledExpr> limit,
            int otherwise,
            int size) {
        if (limit.isEmpty()) {
            return otherwise;
        }
        Operand operand = compute(at, conjunct, limit.get());
        if (!(operand instanceof Operand.Known known) || !(known.value() instanceof Scalar.Num num) || !num.integer()) {
            throw new Signal.Failed(Bottom.fatal(
                    ErrorKind.TYPE,
                    at,
                    expr.place(),
                    "the limit of a slice must be an int, not " + Descriptions.of(operand)));
        }
        if (num.value().signum() < 0 || num.value().compareTo(java.math.BigDecimal.valueOf(size)) > 0) {
            throw new Signal.Failed(Bottom.fatal(
                    ErrorKind.UNDEFINED, at, expr.place(), "slice limit " + num + " is not within 0 and " + size));
        }
        return num.value().intValueExact();
    }

    /** The number of present regular fields of a struct. */
    static int countFields(Vertex struct) {
        int count = 0;
        for (Vertex arc : struct.demanded()) {
            if (arc.label.isField() && arc.arcType == ArcType.MEMBER) {
                count++;
            }
        }
        return count;
    }
}
