// SPDX-License-Identifier: Apache-2.0
/**
 * Compiled expressions to values: unification, defaults, closedness, cycles.
 */
@NullMarked
package io.invowk.maven.cue.eval;

import org.jspecify.annotations.NullMarked;
