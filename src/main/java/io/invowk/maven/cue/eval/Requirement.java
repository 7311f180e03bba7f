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
 * @param below whether it arose further down than the embedding; there nothing else refuses the fields that neither has
 */
record Requirement(Group group, boolean recursive, boolean embedding, CloseInfo.@Nullable Scope scope, boolean below) {
    /** The requirement of a closed thing that a conjunct brings. */
    static Requirement of(Group group, boolean recursive, CloseInfo close) {
        CloseInfo.Scope scope = close.scope();
        return new Requirement(group, recursive, false, scope == null ? close.within() : scope, scope == null);
    }

    /** Whether the requirement has nothing against a field with these conjuncts. */
    boolean allows(Vertex field) {
        boolean concerned = scope == null;
        boolean beside = !below;
        for (Conjunct conjunct : field.conjuncts()) {
            CloseInfo close = conjunct.close();
            if (close.carries(group)) {
                return true;
            }
            if (scope != null) {
                if (isBeside(close, scope)) {
                    return true;
                }
                concerned |= close.carries(scope.expression());
                beside |= isBeside(close);
            }
        }
        return !concerned && beside;
    }

    /** Whether a literal that embeds the closed thing, directly or further out, has something beside the embedding. */
    boolean isBeside(CloseInfo close) {
        for (CloseInfo.Scope s = scope; s != null; s = s.outer()) {
            if (isBeside(close, s)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBeside(CloseInfo close, CloseInfo.Scope embedding) {
        return close.carries(embedding.literal()) && !close.carries(embedding.expression());
    }
}
