// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Partial products of the disjunctions of a closed vertex that say the same so far. Which fields they allow is decided
 * only when the last disjunction has been taken in.
 */
final class PartialProducts {
    private final Evaluator evaluator;
    private final Vertex base;

    /**
     * For the products of one vertex.
     *
     * @param base the vertex before any of its disjunctions was taken in
     */
    PartialProducts(Evaluator evaluator, Vertex base) {
        this.evaluator = evaluator;
        this.base = base;
    }

    /** The one of two partial products that say the same which allows all fields of the other; null if there is none. */
    @Nullable
    Vertex wider(Vertex a, Vertex b) {
        if (a.requirements().isEmpty() || bringsPatterns(a) || bringsPatterns(b) || !saysSame(a, b)) {
            return null;
        }
        return allows(b, a) ? b : allows(a, b) ? a : null;
    }

    private boolean bringsPatterns(Vertex product) {
        return product.patterns().size() != base.patterns().size()
                || product.ellipses().size() != base.ellipses().size();
    }

    private boolean saysSame(Vertex a, Vertex b) {
        evaluator.limits.countStep(a);
        boolean plain = a.tasks().isEmpty()
                && b.tasks().isEmpty()
                && a.errors().isEmpty()
                && b.errors().isEmpty();
        boolean free = a.constraints().isEmpty() && b.constraints().isEmpty();
        boolean unchecked = a.validators().isEmpty() && b.validators().isEmpty();
        boolean known = a.scalar != null || (free && unchecked);
        boolean same = a.kinds == b.kinds && a.length == b.length && Objects.equals(a.scalar, b.scalar);
        if (!plain || !known || !same || a.labels().size() != b.labels().size()) {
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

    private boolean sameField(Vertex a, Vertex b) {
        if (a.arcType == ArcType.OPTIONAL) {
            return a.conjuncts().size() == b.conjuncts().size();
        }
        return isSettled(a) && isSettled(b) && saysSame(a, b);
    }

    private boolean isSettled(Vertex field) {
        return evaluator.settle(field) == 0
                && field.state != Vertex.State.OPEN
                && field.alternatives == null
                && field.shared == null;
    }

    /** Whether each field of one is there for every group that the same field of the other is there for. */
    private static boolean allows(Vertex more, Vertex less) {
        for (Vertex field : less.arcs()) {
            Vertex other = Objects.requireNonNull(more.arc(field.label));
            for (Conjunct conjunct : field.conjuncts()) {
                for (Group group : conjunct.close().groups()) {
                    if (other.conjuncts().stream().noneMatch(c -> c.close().carries(group))) {
                        return false;
                    }
                }
            }
            if (!allows(other, field)) {
                return false;
            }
        }
        return true;
    }
}
