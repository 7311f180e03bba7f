// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.HostAccess;
import java.util.Optional;

/** For the time of one run: lets a command in a container run commands on this machine. */
interface HostShell extends AutoCloseable {
    /** For a command that does not ask for it. */
    HostShell NONE = new HostShell() {
        @Override
        public Optional<HostAccess> access() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    };

    /** Opens it for the command of a plan. */
    interface Opener {
        /**
         * {@link #NONE} if the command does not ask for it.
         *
         * @throws io.invowk.maven.diagnostic.UserException if it cannot be had here
         * @throws EngineUnavailableException if no container engine answers
         */
        HostShell open(ExecutionPlan plan) throws EngineUnavailableException;
    }

    /** What the command needs for it. */
    Optional<HostAccess> access();

    /** Ends what still runs. */
    @Override
    void close();
}
