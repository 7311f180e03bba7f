// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.Operator;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.diagnostic.Place;

/**
 * A bound on a scalar.
 *
 * @param place of the whole bound
 */
record Constraint(Operator op, Scalar limit, Place place, Via via) {
    /** The same, brought by references. */
    Constraint by(Via references) {
        return new Constraint(op, limit, place, references.then(via));
    }

    /** Two bounds that say the same. */
    boolean same(Constraint other) {
        return op == other.op && limit.equals(other.limit);
    }

    @Override
    public String toString() {
        return op.symbol() + limit;
    }
}
