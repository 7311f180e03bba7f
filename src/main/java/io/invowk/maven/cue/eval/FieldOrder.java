// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.FieldLabel;
import java.util.Collection;

/** The order of fields in the output. */
final class FieldOrder {
    private FieldOrder() {}

    static Collection<FieldLabel> of(Vertex struct) {
        return struct.arcs().keySet();
    }
}
