// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.process.Stdio;

/** Carries out plans of one kind of runtime. */
public interface CommandRuntime {
    /**
     * Runs the command of a plan, once, and waits for its end.
     *
     * @throws io.invowk.maven.diagnostic.UserException if it could not be started for a reason the user can mend
     * @throws EngineUnavailableException if no container engine can run it
     */
    Outcome run(ExecutionPlan plan, Stdio stdio) throws EngineUnavailableException;
}
