// SPDX-License-Identifier: Apache-2.0
/**
 * Functions of CUE's own packages, from values to values.
 */
@NullMarked
package io.invowk.maven.cue.builtin;

import org.jspecify.annotations.NullMarked;
