// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.regexp.Regexp;
import java.time.Duration;
import java.util.Optional;

/** Judges what came of a custom check. */
final class CheckVerdict {
    private CheckVerdict() {}

    /**
     * The problem, empty if the check holds.
     *
     * @param output all that it wrote
     */
    static Optional<String> of(DependsOn.Check check, int status, String output) {
        String text = output.strip();
        String wrote = text.isEmpty() ? "; it wrote nothing" : "; it wrote " + Quoted.of(text);
        if (status != check.expectedStatus()) {
            return Optional.of("exit status " + status + ", expected " + check.expectedStatus() + wrote);
        }
        return check.expectedOutput()
                .filter(pattern -> !Regexp.of(pattern).find(text))
                .map(pattern -> "its output does not match " + Quoted.of(pattern) + wrote);
    }

    /** The problem of a check whose time was over. */
    static Optional<String> late(Duration limit) {
        return Optional.of("not done after " + limit.toSeconds()
                + " s; -Dinvowk.checkTimeout sets the limit in seconds, 0 is none");
    }
}
