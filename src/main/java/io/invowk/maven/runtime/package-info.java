// SPDX-License-Identifier: Apache-2.0
/**
 * Carries out a plan: natively, or in a container through the engine scripts.
 */
@NullMarked
package io.invowk.maven.runtime;

import org.jspecify.annotations.NullMarked;
