// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.invkfile.RuntimeKind;
import java.time.Instant;
import java.util.Optional;

/**
 * How one run ended.
 *
 * @param exitStatus of the command; 128+n if it was ended by signal n
 * @param engine what the container engine reported, for a container
 */
public record Outcome(
        RuntimeKind runtime, int exitStatus, Instant started, Instant ended, Optional<EngineReport> engine) {}
