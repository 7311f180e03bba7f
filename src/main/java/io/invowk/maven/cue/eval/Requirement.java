// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import org.jspecify.annotations.Nullable;

/**
 * Each regular field needs a conjunct of a group (CUE spec, "Closed structs").
 *
 * @param recursive whether it holds for the fields below as well
 * @param embedding whether it is that of a literal that something closed is embedded in
 * @param scope if it arose inside an embedding, it concerns only fields that the embedding has and that its literal
 *     does not have beside it
 */
record Requirement(Group group, boolean recursive, boolean embedding, CloseInfo.@Nullable Scope scope) {
    /** Whether the requirement has nothing against a field with these conjuncts. */
    boolean allows(Vertex field) {
        boolean concerned = scope == null;
        for (Conjunct conjunct : field.conjuncts()) {
            CloseInfo close = conjunct.close();
            if (close.carries(group)) {
                return true;
            }
            if (scope != null) {
                boolean inside = close.carries(scope.expression());
                if (!inside && close.carries(scope.literal())) {
                    return true;
                }
                concerned |= inside;
            }
        }
        return !concerned;
    }
}
