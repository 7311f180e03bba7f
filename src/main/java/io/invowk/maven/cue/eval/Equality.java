// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.diagnostic.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The operators {@code ==} and {@code !=}, and whether two alternatives are the same. */
final class Equality {
    private final Evaluator evaluator;
    /** Where the pairs of optional fields are declared that are, or have been, compared. */
    private final Set<List<List<Place>>> compared = new HashSet<>();

    Equality(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Compares two concrete values; what is not concrete below them is an incomplete error. */
    boolean test(Vertex at, Operand left, Operand right) {
        if (left instanceof Operand.Known a && right instanceof Operand.Known b) {
            return Bounds.same(a.value(), b.value());
        }
        if (left instanceof Operand.Composite a && right instanceof Operand.Composite b) {
            evaluator.computation.demandAll(at, a.vertex(), left.place());
            evaluator.computation.demandAll(at, b.vertex(), right.place());
            return composites(at, a, b);
        }
        return false;
    }

    private boolean composites(Vertex at, Operand.Composite left, Operand.Composite right) {
        Vertex a = left.vertex();
        Vertex b = right.vertex();
        boolean same = a.kinds == b.kinds;
        same &= a.kinds == Kinds.LIST
                ? a.elements() == b.elements()
                : Computation.countFields(a) == Computation.countFields(b);
        for (Vertex field : a.demanded()) {
            if (field.arcType != ArcType.MEMBER || !field.label.isRegular()) {
                continue;
            }
            Operand x = evaluator.computation.read(at, field, left.place());
            Vertex other = b.arc(field.label);
            if (other == null || other.arcType != ArcType.MEMBER) {
                same = false;
                continue;
            }
            Operand y = evaluator.computation.read(at, other, right.place());
            if (x instanceof Operand.Known known && y instanceof Operand.Known otherKnown) {
                same &= known.value().equals(otherKnown.value());
            } else if (x instanceof Operand.Composite c && y instanceof Operand.Composite d) {
                same &= composites(at, c, d);
            } else {
                same = false;
            }
        }
        return same;
    }

    /**
     * Whether two finished vertices say the same, concrete or not. Of fields and elements that are not there, only those
     * with a name count: no pattern, and no type of further elements, can tell two alternatives apart in the end.
     */
    boolean identical(Vertex left, Vertex right) {
        Vertex a = unwrapped(left);
        Vertex b = unwrapped(right);
        if (a == b) {
            return true;
        }
        evaluator.limits.countSteps(a, 1 + a.requirements().size());
        if (a.alternatives != null || b.alternatives != null) {
            return sameAlternatives(a, b);
        }
        if (a.kinds != b.kinds || a.length != b.length || a.leastLength != b.leastLength) {
            return false;
        }
        Scalar scalar = a.scalar;
        if (scalar == null ? b.scalar != null : !scalar.equals(b.scalar)) {
            return false;
        }
        if (scalar == null && (!sameConstraints(a, b) || !sameValidators(a, b))) {
            return false;
        }
        if (a.labels().size() != b.labels().size() || Closedness.isClosed(a) != Closedness.isClosed(b)) {
            return false;
        }
        for (Vertex field : a.arcs()) {
            Vertex other = b.arc(field.label);
            if (other == null || other.arcType != field.arcType || !sameField(field, other)) {
                return false;
            }
        }
        return true;
    }

    /** Optional fields are evaluated only here; what they come back to is taken to be the same. */
    private boolean sameField(Vertex field, Vertex other) {
        if (field.arcType == ArcType.OPTIONAL) {
            List<List<Place>> declared = List.of(declared(field), declared(other));
            if (declared.get(0).equals(declared.get(1)) || !compared.add(declared)) {
                return true;
            }
            evaluator.finish(field);
            evaluator.finish(other);
        }
        return identical(field, other);
    }

    private static List<Place> declared(Vertex field) {
        return field.conjuncts().stream().map(c -> c.expr().place()).toList();
    }

    private boolean sameAlternatives(Vertex a, Vertex b) {
        if (a.alternatives == null || b.alternatives == null || a.alternatives.size() != b.alternatives.size()) {
            return false;
        }
        for (Alternative alternative : a.alternatives) {
            if (b.alternatives.stream()
                    .noneMatch(o -> o.mode() == alternative.mode() && identical(o.vertex(), alternative.vertex()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameConstraints(Vertex a, Vertex b) {
        return a.constraints().size() == b.constraints().size()
                && a.constraints().stream()
                        .allMatch(c -> b.constraints().stream().anyMatch(d -> d.same(c)));
    }

    private static boolean sameValidators(Vertex a, Vertex b) {
        return a.validators().size() == b.validators().size()
                && a.validators().stream()
                        .allMatch(v ->
                                b.validators().stream().anyMatch(w -> w.place().equals(v.place())));
    }

    private static Vertex unwrapped(Vertex vertex) {
        Vertex v = vertex;
        while (true) {
            if (v.shared != null) {
                v = v.shared;
            } else if (v.alternatives != null && v.alternatives.size() == 1) {
                v = v.alternatives.get(0).vertex();
            } else {
                return v;
            }
        }
    }
}
