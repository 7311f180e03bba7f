// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import org.jspecify.annotations.Nullable;

/**
 * The vertices that a conjunct's references went through on its way down, innermost first (CUE spec, "Cycles").
 *
 * @param target what the reference named
 * @param node the vertex that it was resolved for
 * @param cyclic whether the way leads back to where it has been
 */
record Trail(
        @Nullable Vertex target,
        @Nullable Vertex node,
        boolean cyclic,
        @Nullable Trail before) {
    static final Trail START = new Trail(null, null, false, null);

    /** The trail after one more reference. */
    Trail through(Vertex next, Vertex at) {
        return new Trail(next, at, cyclic || next.isAncestorOf(at) || wentThrough(next, at), this);
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

    private static boolean same(@Nullable Vertex a, Vertex b) {
        return a != null && a.original == b.original;
    }

    private boolean wentThrough(Vertex next, Vertex at) {
        for (Trail step = this; step != null; step = step.before) {
            if (same(step.target, next) && !same(step.node, at)) {
                return true;
            }
        }
        return false;
    }
}
