// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.diagnostic.Place;

/**
 * A test that a value has to pass once it is known.
 *
 * @param conjunct the call or function that states it, with its names
 * @param kinds of values that can pass
 * @param text how messages call it
 */
record Validator(Conjunct conjunct, int kinds, String text, Test test) {
    /** Fails with an error that is incomplete if more data could change the outcome. */
    interface Test {
        void run(Vertex vertex, Validator validator);
    }

    @SuppressWarnings("ReferenceEquality")
    Validator with(Conjunct other) {
        return other == conjunct ? this : new Validator(other, kinds, text, test);
    }

    CompiledExpr expr() {
        return conjunct.expr();
    }

    Place place() {
        return conjunct.expr().place();
    }
}
