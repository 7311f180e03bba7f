// SPDX-License-Identifier: Apache-2.0
/**
 * Finished CUE values with the places they come from; immutable.
 */
@NullMarked
package io.invowk.maven.cue.value;

import org.jspecify.annotations.NullMarked;
