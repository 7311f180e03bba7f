// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.process.ExitStatus;

/**
 * What one engine call came to.
 *
 * @param status of the command once it has started, else of the engine
 */
public record EngineResult(ExitStatus status, EngineReport report) {}
