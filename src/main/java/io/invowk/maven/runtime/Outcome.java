// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.invkfile.RuntimeKind;
import java.time.Instant;
import java.util.Optional;

/**
 * How one run ended.
 *
 * @param exitStatus of the command; 128+n if it was ended by signal n; {@link #TIMED_OUT} if its time was over
 * @param timedOut whether it was ended because its time was over
 * @param engine what the container engine reported, for a container
 */
public record Outcome(
        RuntimeKind runtime,
        int exitStatus,
        boolean timedOut,
        Instant started,
        Instant ended,
        Optional<EngineReport> engine) {
    /** Exit status of a command whose time was over, the one that timeout(1) has. */
    static final int TIMED_OUT = 124;
}
