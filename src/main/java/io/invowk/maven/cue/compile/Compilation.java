// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import io.invowk.maven.diagnostic.Diagnostic;
import java.util.List;

/**
 * A compiled text.
 *
 * @param root a whole file as a struct literal without an enclosing environment, or an expression in its environment
 * @param errors found while compiling, in source order; with any, nothing is evaluated
 */
public record Compilation<T extends CompiledExpr>(T root, List<Problem> errors) {
    public Compilation {
        errors = List.copyOf(errors);
    }

    /**
     * One error.
     *
     * @param cycle whether {@code let}s refer to each other in a circle
     */
    public record Problem(boolean cycle, Diagnostic diagnostic) {}
}
