// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;

/**
 * An expression that is part of a vertex.
 *
 * @param env where its names are looked up
 */
record Conjunct(Environment env, CompiledExpr expr, CloseInfo close, Trail trail, Via via) {
    Conjunct with(CompiledExpr other) {
        return new Conjunct(env, other, close, trail, via);
    }

    Conjunct with(CloseInfo other) {
        return new Conjunct(env, expr, other, trail, via);
    }

    Conjunct with(Trail other) {
        return new Conjunct(env, expr, close, other, via);
    }

    Conjunct with(Via other) {
        return new Conjunct(env, expr, close, trail, other);
    }

    /** Whether this is data: a literal or type that no recursion brought. */
    boolean isData() {
        return trail.isData() && isPlain(expr);
    }

    private static boolean isPlain(CompiledExpr expr) {
        if (expr instanceof CompiledExpr.Unification both) {
            return isPlain(both.left()) || isPlain(both.right());
        }
        return expr instanceof CompiledExpr.StructLiteral
                || expr instanceof CompiledExpr.ListLiteral
                || expr instanceof CompiledExpr.Literal
                || expr instanceof CompiledExpr.Type
                || expr instanceof CompiledExpr.Top
                || (expr instanceof CompiledExpr.Aliased aliased && isPlain(aliased.value()));
    }

    Conjunct with(Environment other) {
        return new Conjunct(other, expr, close, trail, via);
    }
}
