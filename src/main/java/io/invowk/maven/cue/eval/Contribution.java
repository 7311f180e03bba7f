// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.diagnostic.Place;

/**
 * What one expression says about the kind of a vertex; kept to show both sides of a conflict.
 *
 * @param what it says: a word, a scalar or a bound
 */
record Contribution(int kinds, Object what, Place place, Via via) {
    static Contribution of(Scalar scalar, Place place, Via via) {
        return new Contribution(scalar.kind(), scalar, place, via);
    }

    static Contribution of(Constraint bound) {
        return new Contribution(Bounds.kinds(bound.op(), bound.limit()), bound, bound.place(), bound.via());
    }

    /** The same, brought by references. */
    Contribution by(Via references) {
        return new Contribution(kinds, what, place, references.then(via));
    }

    /** How messages call it. */
    String text() {
        return what.toString();
    }
}
