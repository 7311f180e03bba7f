// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.STRUCT_SHAPE;

/** The package {@code struct}. */
final class StructPackage extends StandardPackage {
    StructPackage() {
        check("MinFields", a -> Sizes.atLeast(a.shape(0), a.count(1)), STRUCT_SHAPE, INT);
        check("MaxFields", a -> a.shape(0).size() <= a.count(1), STRUCT_SHAPE, INT);
    }
}
