// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import java.util.List;

/** No container engine on this machine can run the command. */
public final class EngineUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Ends a run with the reason why each engine was passed over. */
    public EngineUnavailableException(Diagnostic diagnostic) {
        super(DiagnosticRenderer.render(List.of(diagnostic)));
    }
}
