// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.value;

import io.invowk.maven.diagnostic.Diagnostic;

/**
 * One error of an evaluation.
 *
 * @param path the value it belongs to, empty path if none
 */
public record CueError(ErrorKind kind, ValuePath path, Diagnostic diagnostic) {}
