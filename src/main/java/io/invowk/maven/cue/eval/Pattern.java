// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;

/**
 * Constrains all fields whose label it matches.
 *
 * @param matcher the pattern as a vertex
 * @param value what the fields get
 */
record Pattern(Vertex matcher, CompiledExpr source, Conjunct value) {}
