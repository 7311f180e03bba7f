// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conjunct means for closedness.
 *
 * @param groups the groups it counts for
 * @param scope the literal that it is embedded in, at the same vertex
 * @param within the literal that something around it is embedded in, further up
 */
record CloseInfo(
        List<Group> groups, @Nullable Scope scope, @Nullable Scope within) {
    static final CloseInfo NONE = new CloseInfo(List.of(), null, null);

    /**
     * An embedding.
     *
     * @param literal the group of the literal that embeds
     * @param expression the group of this one embedding
     * @param direct whether the conjunct is the embedding itself, not an operand inside it
     * @param outer the scope of the literal, if it is embedded in turn
     */
    record Scope(
            Group literal,
            Group expression,
            boolean direct,
            @Nullable Scope outer) {}

    /** Whether nothing counts. */
    boolean isNone() {
        return groups.isEmpty() && scope == null && within == null;
    }

    CloseInfo with(Group group) {
        List<Group> all = new ArrayList<>(groups.size() + 1);
        all.addAll(groups);
        all.add(group);
        return new CloseInfo(all, scope, within);
    }

    /** For the fields of a literal: what they are embedded in ends at the literal. */
    CloseInfo forFields() {
        return scope == null ? this : new CloseInfo(groups, null, scope);
    }

    CloseInfo in(Scope embedding) {
        return new CloseInfo(groups, embedding, within);
    }

    /** For one of several operands. */
    CloseInfo indirect() {
        if (scope == null || !scope.direct()) {
            return this;
        }
        return new CloseInfo(groups, new Scope(scope.literal(), scope.expression(), false, scope.outer()), within);
    }

    /**
     * Whether both are embeddings of one literal that differ in nothing but which one they are. What they embed need be
     * taken in only once: nothing can be asked of one that the other does not have.
     */
    @SuppressWarnings("ReferenceEquality")
    boolean isSameEmbedding(CloseInfo other) {
        Scope a = scope;
        Scope b = other.scope;
        return a != null
                && b != null
                && a.direct()
                && b.direct()
                && a.literal() == b.literal()
                && a.outer() == b.outer()
                && within == other.within
                && groups.size() == other.groups.size()
                && sameBefore(groups, other.groups, groups.size() - 1);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean sameBefore(List<Group> a, List<Group> b, int end) {
        for (int i = 0; i < end; i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }

    boolean carries(Group group) {
        for (Group own : groups) {
            if (own == group) {
                return true;
            }
        }
        return false;
    }
}
