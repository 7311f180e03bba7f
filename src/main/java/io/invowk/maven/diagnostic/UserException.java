// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import java.util.List;

/** Problems that the user can mend in a file or a command; ends the stage that found them. */
public final class UserException extends RuntimeException {
    private final transient List<Diagnostic> diagnostics;

    /** Ends a stage with the problems found, at least one, in source order. */
    public UserException(List<Diagnostic> diagnostics) {
        super(DiagnosticRenderer.render(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Ends a stage with one problem. */
    public UserException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** The problems, in the order they are shown. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
