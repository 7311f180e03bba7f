// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

/**
 * What elements of an open list must be.
 *
 * @param from the first index it holds for
 */
record Rest(int from, Conjunct value) {}
