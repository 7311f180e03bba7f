// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.diagnostic.Place;

/** A concrete value that an operator works on. */
sealed interface Operand {
    /** Where it was written. */
    Place place();

    /** A scalar. */
    record Known(Scalar value, Place place) implements Operand {}

    /** A struct or list. */
    record Composite(Vertex vertex, Place place) implements Operand {}
}
