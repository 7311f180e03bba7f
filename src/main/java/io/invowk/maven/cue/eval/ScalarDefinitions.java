// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import org.jspecify.annotations.Nullable;

/**
 * Names of the file for bounds and validators of scalars. When the file is finished, what they ask for is known and is
 * taken in at once, without a walk through the names that they are made of: most of a schema is asked again and again.
 */
final class ScalarDefinitions {
    private ScalarDefinitions() {}

    /** Takes in what a name stands for; false if it must be followed. */
    static boolean take(Evaluator evaluator, Vertex vertex, Conjunct conjunct, CompiledExpr.FieldReference name) {
        Vertex owner = conjunct.env().up(name.up()).vertex;
        if (!evaluator.isFinishedFile(owner) || conjunct.close().scope() != null) {
            return false;
        }
        Vertex definition = shared(owner.arc(name.label()));
        if (definition == null || !definition.isScalarRule()) {
            return false;
        }
        Via via = conjunct.via().then(name.place());
        for (Contribution contribution : definition.contributions()) {
            Arcs.narrow(vertex, contribution.by(via));
        }
        for (Constraint constraint : definition.constraints()) {
            vertex.addConstraint(constraint.by(via));
        }
        for (Validator validator : definition.validators()) {
            Conjunct call = validator.conjunct();
            vertex.addValidator(validator.with(call.with(via.then(call.via()))));
        }
        boolean data = conjunct.trail().isData();
        vertex.data |= definition.data && data;
        vertex.grounded |= definition.grounded && !conjunct.trail().cyclic();
        return true;
    }

    private static @Nullable Vertex shared(@Nullable Vertex arc) {
        Vertex found = arc;
        while (found != null && found.shared != null) {
            found = found.shared;
        }
        return found;
    }
}
