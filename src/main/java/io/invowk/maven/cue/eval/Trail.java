// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import org.jspecify.annotations.Nullable;

/**
 * The vertices that a conjunct's references went through on its way down, innermost first (CUE spec, "Cycles").
 *
 * <p>An operand that is written in place, such as {@code (x & y).f}, is a value of its own: there the way begins a new
 * stretch. It leads back only if it repeats what earlier stretches did, reference by reference.
 *
 * @param target what the reference named; null where a stretch begins
 * @param node the vertex that it was resolved for
 * @param by the reference, or the operand that a stretch begins with
 * @param loops whether the way leads back to where it has been
 * @param derived whether a constraint that data has met brought the conjunct, so that it is no data itself
 * @param stretch whether the stretch has brought anything yet, and whether that was new
 */
record Trail(
        @Nullable Vertex target,
        @Nullable Vertex node,
        @Nullable CompiledExpr by,
        boolean loops,
        boolean derived,
        Stretch stretch,
        @Nullable Trail before) {
    /** What the references since the last operand written in place have done. */
    enum Stretch {
        /** There is no such operand. */
        NONE,
        /** Nothing. */
        EMPTY,
        /** They named only what earlier ones had named. */
        REPEATS,
        /** They named something else. */
        NEW
    }

    static final Trail START = new Trail(null, null, null, false, false, Stretch.NONE, null);
    /** The trail of a constraint where data has met it: whatever it led through before, the data goes on from here. */
    static final Trail DERIVED = new Trail(null, null, null, false, true, Stretch.NONE, null);

    /** Whether the way leads back to where it has been. */
    boolean cyclic() {
        return loops || stretch == Stretch.REPEATS;
    }

    /** Whether a literal on this way is data: nothing that a recursion could bring again and again. */
    boolean isData() {
        return !derived && !cyclic();
    }

    /** The trail after one more reference. */
    Trail through(Vertex next, Vertex at, CompiledExpr reference) {
        boolean back = loops || next.isAncestorOf(at) || wentThrough(next, at);
        return new Trail(next, at, reference, back, derived, continued(next, reference), this);
    }

    /** The trail of the value of a pattern at a field that it matched, or of further elements at one of them. */
    Trail constraining() {
        return derived ? this : new Trail(target, node, by, loops, true, stretch, before);
    }

    /** The trail at a vertex that data has reached: only what happened at this vertex counts from now on. */
    Trail anew(Vertex at) {
        if (target == null || !same(node, at) || before == null) {
            return DERIVED;
        }
        return new Trail(target, node, by, false, true, Stretch.NONE, before.anew(at));
    }

    /** The trail inside an operand that is written in place. */
    Trail inside(CompiledExpr operand) {
        boolean again = isInside(operand);
        return new Trail(null, null, operand, loops && again, derived || again, Stretch.EMPTY, this);
    }

    /** Whether the way goes through this operand already. */
    @SuppressWarnings("ReferenceEquality")
    boolean isInside(CompiledExpr operand) {
        for (Trail step = this; step != null; step = step.before) {
            if (step.target == null && step.by == operand) {
                return true;
            }
        }
        return false;
    }

    private Stretch continued(Vertex next, CompiledExpr reference) {
        if (stretch == Stretch.NONE || stretch == Stretch.NEW || !isRooted(next)) {
            return stretch;
        }
        return repeats(next, reference) ? Stretch.REPEATS : Stretch.NEW;
    }

    /** Whether a vertex is part of the file, and not of a value that an expression made for itself. */
    private static boolean isRooted(Vertex vertex) {
        Vertex v = vertex;
        while (v.parent != null) {
            if (v.label.sort() == FieldLabel.Sort.VARIABLE) {
                return false;
            }
            v = v.parent;
        }
        return true;
    }

    /** Whether an earlier stretch has named the same by the same reference. */
    @SuppressWarnings("ReferenceEquality")
    private boolean repeats(Vertex next, CompiledExpr reference) {
        boolean earlier = false;
        for (Trail step = this; step != null; step = step.before) {
            if (step.target == null) {
                earlier = true;
            } else if (earlier && step.by == reference && same(step.target, next)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the way already took the target over for the same vertex: a circle of plain references. */
    boolean circles(Vertex next, Vertex at) {
        for (Trail step = this; step != null && same(step.node, at); step = step.before) {
            if (same(step.target, next)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the circle that closes at a target consists of nothing but references. */
    boolean isHollow(Vertex next) {
        for (Trail step = this; step != null && step.target != null && onlyRefers(step.target); step = step.before) {
            if (same(step.target, next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean onlyRefers(Vertex vertex) {
        return vertex.conjuncts().stream().allMatch(c -> onlyRefers(c.expr()));
    }

    private static boolean onlyRefers(CompiledExpr expr) {
        return expr instanceof CompiledExpr.Unification both
                ? onlyRefers(both.left()) && onlyRefers(both.right())
                : References.isReference(expr);
    }

    private static boolean same(@Nullable Vertex a, Vertex b) {
        return a != null && a.original == b.original;
    }

    private boolean wentThrough(Vertex next, Vertex at) {
        for (Trail step = this; step != null && step.node != null; step = step.before) {
            if (same(step.target, next) && !same(step.node, at)) {
                return true;
            }
        }
        return false;
    }
}
