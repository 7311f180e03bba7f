// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.builtin.RegexpCache;
import io.invowk.maven.cue.builtin.RegexpOperator;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Operator;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tests and combines bounds. */
final class Bounds {
    private Bounds() {}

    /** The kinds that a bound leaves. */
    static int kinds(Operator op, Scalar limit) {
        if (limit.kind() == Kinds.NULL && op == Operator.NOT_EQUAL) {
            return Kinds.ALL & ~Kinds.NULL;
        }
        return (limit.kind() & Kinds.NUMBER) != 0 ? Kinds.NUMBER : limit.kind();
    }

    /** Whether a value of fitting kind is within a bound. */
    static boolean holds(Operator op, Scalar value, Scalar limit) {
        return switch (op) {
            case EQUAL -> same(value, limit);
            case NOT_EQUAL -> !same(value, limit);
            case LESS -> comparable(value, limit) && compare(value, limit) < 0;
            case LESS_EQUAL -> comparable(value, limit) && compare(value, limit) <= 0;
            case GREATER -> comparable(value, limit) && compare(value, limit) > 0;
            case GREATER_EQUAL -> comparable(value, limit) && compare(value, limit) >= 0;
            case MATCH -> matches(value, limit);
            case NOT_MATCH -> !matches(value, limit);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, AND, OR, NOT -> throw new IllegalArgumentException("no bound");
        };
    }

    /** Whether both are numbers, strings or bytes. */
    static boolean comparable(Scalar a, Scalar b) {
        return (a instanceof Scalar.Num && b instanceof Scalar.Num)
                || (a instanceof Scalar.Str && b instanceof Scalar.Str)
                || (a instanceof Scalar.Bytes && b instanceof Scalar.Bytes);
    }

    /** Compares numbers by value, strings and bytes by bytes. */
    static int compare(Scalar a, Scalar b) {
        if (a instanceof Scalar.Num x && b instanceof Scalar.Num y) {
            return x.value().compareTo(y.value());
        }
        return Arrays.compareUnsigned(bytes(a), bytes(b));
    }

    /** Equality of scalars where an int equals a float of the same value. */
    static boolean same(Scalar a, Scalar b) {
        if (a instanceof Scalar.Num x && b instanceof Scalar.Num y) {
            return x.value().compareTo(y.value()) == 0;
        }
        return a.equals(b);
    }

    private static byte[] bytes(Scalar scalar) {
        if (scalar instanceof Scalar.Bytes bytes) {
            return bytes.value();
        }
        return ((Scalar.Str) scalar).value().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean matches(Scalar value, Scalar pattern) {
        return value instanceof Scalar.Str text
                && pattern instanceof Scalar.Str regexp
                && RegexpOperator.match(regexp.value(), text.value());
    }

    /** Tests the scalar of a vertex; without one, looks for bounds that exclude each other. */
    static void check(Vertex vertex, RegexpCache patterns) {
        if (vertex.constraints().isEmpty()) {
            return;
        }
        if (vertex.scalar == null) {
            combine(vertex);
            return;
        }
        Contribution source = vertex.scalarSource;
        for (Constraint constraint : vertex.constraints()) {
            if ((kinds(constraint.op(), constraint.limit()) & vertex.scalar.kind()) == 0) {
                continue;
            }
            Bottom bottom = verdict(vertex, constraint, vertex.scalar, patterns);
            if (bottom != null) {
                vertex.addError(source == null ? bottom : bottom.also(source.place()));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Bottom verdict(
            Vertex vertex, Constraint constraint, Scalar value, RegexpCache patterns) {
        boolean pattern = constraint.op() == Operator.MATCH || constraint.op() == Operator.NOT_MATCH;
        if (pattern && constraint.limit() instanceof Scalar.Str regexp) {
            Optional<String> problem = patterns.problem(regexp.value());
            if (problem.isPresent()) {
                return Bottom.fatal(
                        ErrorKind.TYPE,
                        vertex,
                        constraint.place(),
                        "invalid regular expression " + regexp + ": " + problem.get());
            }
        }
        if (holds(constraint, value, patterns)) {
            return null;
        }
        return Bottom.fatal(
                ErrorKind.CONFLICT,
                vertex,
                constraint.place(),
                pattern
                        ? value
                                + (constraint.op() == Operator.MATCH ? " does not match " : " matches ")
                                + constraint.limit()
                        : value + " is not " + constraint);
    }

    private static boolean holds(Constraint constraint, Scalar value, RegexpCache patterns) {
        if (constraint.op() == Operator.MATCH
                && value instanceof Scalar.Str text
                && constraint.limit() instanceof Scalar.Str regexp) {
            return patterns.match(regexp.value(), text.value());
        }
        return holds(constraint.op(), value, constraint.limit());
    }

    /** Keeps the tighter of two bounds of one direction and finds pairs that leave nothing. */
    private static void combine(Vertex vertex) {
        List<Constraint> kept = new ArrayList<>();
        for (Constraint next : vertex.constraints()) {
            boolean drop = false;
            for (int i = 0; i < kept.size() && !drop; i++) {
                Constraint known = kept.get(i);
                if (known.same(next)) {
                    drop = true;
                } else if ((isLower(next.op()) && isLower(known.op())) || (isUpper(next.op()) && isUpper(known.op()))) {
                    if (!comparable(next.limit(), known.limit())) {
                        continue;
                    }
                    if (tighter(next, known)) {
                        kept.remove(i--);
                    } else {
                        drop = true;
                    }
                } else if (exclude(vertex.kinds, next, known)) {
                    vertex.addError(Bottom.fatal(
                                    ErrorKind.CONFLICT,
                                    vertex,
                                    next.place(),
                                    "no value is both " + known + " and " + next)
                            .also(known.place()));
                    return;
                } else if (next.op() == Operator.NOT_EQUAL && excludedBy(next, known)) {
                    drop = true;
                } else if (known.op() == Operator.NOT_EQUAL && excludedBy(known, next)) {
                    kept.remove(i--);
                }
            }
            if (!drop) {
                kept.add(next);
            }
        }
        vertex.setConstraints(kept);
    }

    private static boolean excludedBy(Constraint unequal, Constraint bound) {
        return (isLower(bound.op()) || isUpper(bound.op()))
                && comparable(unequal.limit(), bound.limit())
                && !holds(bound.op(), unequal.limit(), bound.limit());
    }

    private static boolean tighter(Constraint a, Constraint b) {
        int order = compare(a.limit(), b.limit());
        if (order == 0) {
            return a.op() == Operator.LESS || a.op() == Operator.GREATER;
        }
        return isLower(a.op()) == order > 0;
    }

    private static boolean exclude(int kinds, Constraint a, Constraint b) {
        if (!comparable(a.limit(), b.limit())) {
            return false;
        }
        Constraint low = isLower(a.op()) ? a : b;
        Constraint high = isLower(a.op()) ? b : a;
        if (!isLower(low.op()) || !isUpper(high.op())) {
            return false;
        }
        boolean inclusive = low.op() == Operator.GREATER_EQUAL && high.op() == Operator.LESS_EQUAL;
        if (low.limit() instanceof Scalar.Num from && high.limit() instanceof Scalar.Num to) {
            boolean ints = (kinds & Kinds.NUMBER) == Kinds.INT;
            BigDecimal lower = ints ? inward(from.value(), low.op() == Operator.GREATER_EQUAL, true) : from.value();
            BigDecimal upper = ints ? inward(to.value(), high.op() == Operator.LESS_EQUAL, false) : to.value();
            int order = upper.compareTo(lower);
            boolean between = ints
                    && low.op() == Operator.GREATER
                    && high.op() == Operator.LESS
                    && upper.subtract(lower).compareTo(BigDecimal.ONE) == 0;
            return order < 0 || (order == 0 && !inclusive) || between;
        }
        int order = compare(high.limit(), low.limit());
        return order < 0 || (order == 0 && !inclusive);
    }

    /** Rounds a fractional limit of ints: an inclusive one inwards, an exclusive one outwards. */
    private static BigDecimal inward(BigDecimal limit, boolean inclusive, boolean lower) {
        return limit.setScale(0, inclusive == lower ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    private static boolean isLower(Operator op) {
        return op == Operator.GREATER || op == Operator.GREATER_EQUAL;
    }

    private static boolean isUpper(Operator op) {
        return op == Operator.LESS || op == Operator.LESS_EQUAL;
    }
}
