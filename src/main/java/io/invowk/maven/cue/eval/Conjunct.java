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

    Conjunct with(Environment other) {
        return new Conjunct(other, expr, close, trail, via);
    }
}
