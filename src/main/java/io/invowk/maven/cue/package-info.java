// SPDX-License-Identifier: Apache-2.0
/**
 * Facade of the CUE language: source texts in, a finished value or diagnostics out.
 *
 * <p>The rest of the plugin sees only this package and {@code cue.value}.
 *
 * <p>What no ordinary file reaches ends with an error: files of more than 5 MiB, source nested more than 200 levels
 * deep, fields nested more than 1,000 levels deep, 2,000,000 values, 10,000,000 steps, 10,000 alternatives left at one
 * value or 100,000 tried in all, strings repeated more than 1,000,000 times, exponents beyond 100,000.
 */
@NullMarked
package io.invowk.maven.cue;

import org.jspecify.annotations.NullMarked;
