// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

/** One alternative of a disjunction that is left. */
record Alternative(Vertex vertex, Mode mode) {}
