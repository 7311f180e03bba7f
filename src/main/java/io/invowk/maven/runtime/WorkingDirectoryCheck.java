// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.plan.ExecutionPlan;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses a working directory of this machine that nothing can run in. */
final class WorkingDirectoryCheck {
    private WorkingDirectoryCheck() {}

    /** The working directory of a plan, without detours. */
    static Path check(ExecutionPlan plan) {
        Path workdir = plan.workdir().normalize();
        String reason;
        if (!Files.exists(workdir)) {
            reason = "does not exist";
        } else if (!Files.isDirectory(workdir)) {
            reason = "is not a directory";
        } else if (!Files.isExecutable(workdir)) {
            reason = "cannot be entered: permission denied";
        } else {
            return workdir;
        }
        throw new UserException(Diagnostic.at(plan.definedAt(), "working directory \"" + workdir + "\" " + reason)
                .note("of command " + Quoted.of(plan.command())
                        + "; a relative one starts from the directory of the invkfile")
                .help("create the directory, or change workdir"));
    }
}
