// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.diagnostic.Place;
import org.jspecify.annotations.Nullable;

/**
 * What one expression says about the kind of a vertex; kept to show both sides of a conflict.
 *
 * @param name what messages call it; null for a scalar
 */
record Contribution(
        int kinds, @Nullable String name, @Nullable Scalar scalar, Place place, Via via) {
    Contribution(int kinds, String name, Place place, Via via) {
        this(kinds, name, null, place, via);
    }

    static Contribution of(Scalar scalar, Place place, Via via) {
        return new Contribution(scalar.kind(), null, scalar, place, via);
    }

    /** How messages call it. */
    String text() {
        return name == null ? String.valueOf(scalar) : name;
    }
}
