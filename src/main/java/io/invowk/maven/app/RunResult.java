// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.util.Optional;

/**
 * How a run ended.
 *
 * @param exitStatus of the command
 * @param message what to say about it; empty if it counts as a success
 * @param output what it wrote on standard output, if that was wanted
 */
public record RunResult(int exitStatus, String message, Optional<String> output) {}
