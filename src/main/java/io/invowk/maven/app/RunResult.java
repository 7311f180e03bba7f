// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

/**
 * How a run ended.
 *
 * @param exitStatus of the command
 * @param message what to say about it; empty if it is 0
 */
public record RunResult(int exitStatus, String message) {}
