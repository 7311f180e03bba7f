// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.Kinds;
import java.util.stream.Collectors;

/** How messages call values that are not scalars. */
final class Descriptions {
    private Descriptions() {}

    /** A value that is not concrete, as it was written where that is short. */
    static String of(Vertex vertex) {
        if (vertex.scalar != null) {
            return vertex.scalar.toString();
        }
        if (vertex.kinds == Kinds.ALL && !vertex.validators().isEmpty()) {
            return vertex.validators().stream().map(Validator::text).collect(Collectors.joining(" & "));
        }
        if (vertex.kinds == Kinds.ALL) {
            return "_";
        }
        String constraints =
                vertex.constraints().stream().map(Constraint::toString).collect(Collectors.joining(" & "));
        if (!vertex.constraints().isEmpty()) {
            return constraints;
        }
        for (Contribution contribution : vertex.contributions()) {
            if (contribution.kinds() == vertex.kinds) {
                return contribution.text();
            }
        }
        return Kinds.describe(vertex.kinds);
    }

    /** An operand, with its kind. */
    static String of(Operand operand) {
        if (operand instanceof Operand.Known known) {
            String kind = Kinds.describe(known.value().kind());
            String text = known.value().toString();
            return text.equals(kind) ? text : kind + " " + text;
        }
        return operand instanceof Operand.Composite composite && composite.vertex().kinds == Kinds.LIST
                ? "a list"
                : "a struct";
    }
}
