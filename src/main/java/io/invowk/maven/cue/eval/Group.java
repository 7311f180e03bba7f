// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

/** One side of a closedness requirement; only its identity counts. */
final class Group {}
