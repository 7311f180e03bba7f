// SPDX-License-Identifier: Apache-2.0
/**
 * Carries out a plan: natively, in the shell of this program, or in a container through the engine scripts.
 */
@NullMarked
package io.invowk.maven.runtime;

import org.jspecify.annotations.NullMarked;
