// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import org.jspecify.annotations.Nullable;

/** Work on a vertex that may have to wait. */
final class Task {
    /** Does the work, or throws a signal and has done nothing. */
    interface Action {
        void run(Vertex vertex, Conjunct conjunct);
    }

    final Conjunct conjunct;
    /** Whether it takes over what a reference names; such tasks go first. */
    final boolean reference;

    final Action action;
    /** The literal that it may add, if it is a comprehension. */
    final CompiledExpr.@Nullable StructLiteral body;
    /** Why it could not be done the last time. */
    @Nullable
    Bottom pending;

    Task(Conjunct conjunct, boolean reference, Action action) {
        this(conjunct, reference, action, null);
    }

    Task(Conjunct conjunct, boolean reference, Action action, CompiledExpr.@Nullable StructLiteral body) {
        this.conjunct = conjunct;
        this.reference = reference;
        this.action = action;
        this.body = body;
    }
}
