// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.FileProblem;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.Invkfile;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one invkfile: the records, or all that is wrong.
 *
 * @param invkfile present exactly if there is no problem
 * @param problems in source order
 */
public record Decoded(Optional<Invkfile> invkfile, List<FileProblem> problems) {
    public Decoded {
        problems = List.copyOf(problems);
    }

    static Decoded of(Invkfile invkfile) {
        return new Decoded(Optional.of(invkfile), List.of());
    }

    static Decoded failed(List<FileProblem> problems) {
        return new Decoded(Optional.empty(), problems);
    }

    /** The problems as they are shown, in source order. */
    public List<Diagnostic> diagnostics() {
        return problems.stream().map(FileProblem::diagnostic).toList();
    }

    /**
     * The records.
     *
     * @throws UserException with all problems, if there are any
     */
    public Invkfile orThrow() {
        if (invkfile.isEmpty()) {
            throw new UserException(diagnostics());
        }
        return invkfile.get();
    }
}
