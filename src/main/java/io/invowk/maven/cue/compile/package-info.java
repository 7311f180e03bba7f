// SPDX-License-Identifier: Apache-2.0
/**
 * Syntax trees to expressions whose names are resolved; immutable, shared between evaluations.
 */
@NullMarked
package io.invowk.maven.cue.compile;

import org.jspecify.annotations.NullMarked;
