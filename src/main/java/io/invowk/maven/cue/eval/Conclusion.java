// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.builtin.RegexpCache;
import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.Place;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of a vertex once all its conjuncts are in. */
final class Conclusion {
    private Conclusion() {}

    /** Checks a vertex that has settled. */
    static void draw(Vertex vertex, RegexpCache patterns) {
        if (vertex.alternatives != null || vertex.shared != null) {
            return;
        }
        if (isPlainLiteral(vertex)) {
            vertex.kinds = Kinds.STRUCT;
        }
        if (isCyclic(vertex) && vertex.recursion != null) {
            vertex.addError(containsItself(vertex, vertex.recursion.expr().place()));
        }
        Bounds.check(vertex, patterns);
        Closedness.check(vertex);
    }

    static Bottom containsItself(Vertex vertex, Place place) {
        return Bottom.fatal(ErrorKind.STRUCTURAL_CYCLE, vertex, null, "the value contains itself")
                .also(place);
    }

    /** Whether all literals of a vertex came on ways that lead back to where they have been. */
    static boolean isCyclic(Vertex vertex) {
        return vertex.recursion != null
                && !vertex.grounded
                && (vertex.scalar == null || Expansion.isLiteral(vertex.recursion.expr()));
    }

    /** Whether nothing that a literal embeds says that the vertex is something else than a struct. */
    private static boolean isPlainLiteral(Vertex vertex) {
        return vertex.structByDefault
                && vertex.kinds == Kinds.ALL
                && vertex.tasks().isEmpty()
                && !vertex.embedsTop;
    }

    /** Whether the fields below are not to be looked at. */
    static boolean endsHere(Vertex vertex) {
        for (Bottom error : vertex.errors()) {
            if (error.kind() == ErrorKind.STRUCTURAL_CYCLE) {
                return true;
            }
        }
        return false;
    }

    /** Sums up the errors of a vertex and of everything below it. */
    static void finish(Vertex vertex) {
        vertex.failure = failure(vertex);
    }

    static @Nullable Bottom failure(Vertex vertex) {
        Bottom own = vertex.finalError();
        if (own != null) {
            return own;
        }
        if (vertex.shared != null) {
            return vertex.shared.failure;
        }
        if (vertex.alternatives != null) {
            return vertex.alternatives.size() == 1 ? vertex.alternatives.get(0).vertex().failure : null;
        }
        if (vertex.folded() != null) {
            return null;
        }
        Bottom notAllowed = null;
        for (Vertex arc : vertex.demanded()) {
            if (arc.failure != null) {
                if (arc.failure.kind() != ErrorKind.CLOSED) {
                    return arc.failure;
                }
                notAllowed = arc.failure;
            }
        }
        return notAllowed;
    }

    /** The first incomplete error of a vertex or of a regular field below it. */
    static @Nullable Bottom waiting(Vertex vertex) {
        return waiting(vertex, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** The same, looking only once at what several fields are the same as. */
    private static @Nullable Bottom waiting(Vertex vertex, Set<Vertex> seen) {
        Bottom own = ownWaiting(vertex);
        if (own != null) {
            return own;
        }
        if (vertex.shared != null) {
            return seen.add(vertex.shared) ? waiting(vertex.shared, seen) : null;
        }
        if (vertex.alternatives != null) {
            return vertex.alternatives.size() == 1
                    ? waiting(vertex.alternatives.get(0).vertex(), seen)
                    : null;
        }
        if (vertex.folded() != null) {
            return null;
        }
        for (Vertex arc : vertex.demanded()) {
            if (arc.arcType == ArcType.MEMBER && arc.label.isRegular()) {
                Bottom below = waiting(arc, seen);
                if (below != null) {
                    return below;
                }
            }
        }
        return null;
    }

    /** The first incomplete error of the vertex itself: a task that still waits, or alternatives that all do. */
    static @Nullable Bottom ownWaiting(Vertex vertex) {
        for (Bottom error : vertex.errors()) {
            if (error.incomplete()) {
                return error;
            }
        }
        if (vertex.unverified != null) {
            return vertex.unverified;
        }
        for (Task task : vertex.tasks()) {
            return task.pending != null
                    ? task.pending
                    : Bottom.of(
                            ErrorKind.CYCLE, true, vertex, task.conjunct.expr().place(), "the value depends on itself");
        }
        return null;
    }
}
