// SPDX-License-Identifier: Apache-2.0
/** Runs a target on texts that were made from others by small changes, until a time is over. */
@NullMarked
package io.invowk.maven.fuzz;

import org.jspecify.annotations.NullMarked;
