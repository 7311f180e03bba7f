// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.FieldLabel;
import java.util.Collection;

/** The order of fields in the output. */
final class FieldOrder {
    private FieldOrder() {}

    static Collection<FieldLabel> of(Vertex struct) {
        if (struct.labels().size() < 2 || isOneLiteral(struct)) {
            return struct.labels();
        }
        return new FieldGraph(new LiteralOrder(struct).batches(), struct.labels()).sorted();
    }

    /** Whether all fields are written in one literal, so that they came in its order. */
    private static boolean isOneLiteral(Vertex struct) {
        if (struct.parts().size() != 1) {
            return false;
        }
        int fields = 0;
        for (CompiledDecl decl : struct.parts().get(0).literal().decls()) {
            if (decl instanceof CompiledDecl.Dynamic || decl instanceof CompiledDecl.Comprehension) {
                return false;
            }
            fields += decl instanceof CompiledDecl.Field ? 1 : 0;
        }
        return fields >= struct.labels().size();
    }
}
