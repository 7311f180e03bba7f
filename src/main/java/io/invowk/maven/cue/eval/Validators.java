// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.Place;

/** Runs the validators of vertices that are known. */
final class Validators {
    private Validators() {}

    /**
     * Tests a vertex.
     *
     * @return 0, or the position of the vertex further out that a test waits for
     */
    static int run(Vertex vertex) {
        vertex.unverified = null;
        if (vertex.shared != null || vertex.alternatives != null || Conclusion.failure(vertex) != null) {
            return 0;
        }
        boolean concrete = vertex.scalar != null || vertex.kinds == Kinds.STRUCT || vertex.kinds == Kinds.LIST;
        for (Validator validator : vertex.validators()) {
            if ((vertex.kinds & validator.kinds()) == 0) {
                vertex.addError(wrongKind(vertex, validator));
            } else if (concrete) {
                try {
                    validator.test().run(vertex, validator);
                } catch (Signal.Failed failed) {
                    if (failed.bottom.incomplete()) {
                        vertex.unverified = failed.bottom;
                    } else {
                        vertex.addError(failed.bottom);
                    }
                } catch (Signal.Blocked waiting) {
                    vertex.unverified =
                            Bottom.of(ErrorKind.CYCLE, true, vertex, validator.place(), "the value depends on itself");
                    return waiting.depth;
                }
            }
        }
        return 0;
    }

    private static Bottom wrongKind(Vertex vertex, Validator validator) {
        Bottom bottom = Bottom.fatal(
                ErrorKind.CONFLICT,
                vertex,
                null,
                "values " + Descriptions.of(vertex) + " and " + validator.text() + " conflict: it takes "
                        + Kinds.describe(validator.kinds()));
        return also(bottom, vertex).also(validator.place());
    }

    /** The error of a value that does not pass. */
    static Bottom refused(Vertex vertex, Validator validator, boolean incomplete, String reason) {
        String value = vertex.scalar == null ? "the value" : Descriptions.of(vertex);
        Bottom bottom = Bottom.of(
                incomplete ? ErrorKind.INCOMPLETE : ErrorKind.CONFLICT,
                incomplete,
                vertex,
                validator.place(),
                value + " does not satisfy " + validator.text() + (reason.isEmpty() ? "" : ": " + reason));
        return also(bottom, vertex);
    }

    private static Bottom also(Bottom bottom, Vertex vertex) {
        Place place = vertex.scalarSource != null
                ? vertex.scalarSource.place()
                : vertex.contributions().isEmpty()
                        ? null
                        : vertex.contributions().get(0).place();
        return place == null ? bottom : bottom.also(place);
    }
}
