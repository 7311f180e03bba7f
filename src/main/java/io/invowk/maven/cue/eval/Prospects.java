// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;

/** What an open vertex may still get. */
final class Prospects {
    private Prospects() {}

    /**
     * Whether a field may still appear. It does not where comprehensions are all that is left to do, and none of them
     * writes its label: then nobody has to wait for them to know that the field is missing.
     */
    static boolean mayGain(Vertex vertex, FieldLabel label) {
        boolean plain = !vertex.hasWork() && !vertex.hasChoices() && vertex.shared == null && !vertex.takesOver();
        if (!plain || isOpenAbove(vertex)) {
            return true;
        }
        for (Task task : vertex.tasks()) {
            if (task.body == null || adds(task.body, label)) {
                return true;
            }
        }
        for (Task task : vertex.running) {
            if (task.body == null || adds(task.body, label)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpenAbove(Vertex vertex) {
        for (Vertex up = vertex.parent; up != null; up = up.parent) {
            if (up.state == Vertex.State.OPEN) {
                return true;
            }
        }
        return false;
    }

    private static boolean adds(CompiledExpr.StructLiteral body, FieldLabel label) {
        for (CompiledDecl decl : body.decls()) {
            if (decl instanceof CompiledDecl.Field field) {
                if (field.arcType() != ArcType.OPTIONAL && field.label().equals(label)) {
                    return true;
                }
            } else if (decl instanceof CompiledDecl.Comprehension comprehension) {
                if (adds(comprehension.body(), label)) {
                    return true;
                }
            } else if (decl instanceof CompiledDecl.Embedding || decl instanceof CompiledDecl.Dynamic) {
                return true;
            }
        }
        return false;
    }
}
