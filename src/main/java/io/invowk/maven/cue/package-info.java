// SPDX-License-Identifier: Apache-2.0
/**
 * Facade of the CUE language: source texts in, a finished value or diagnostics out.
 *
 * <p>The rest of the plugin sees only this package and {@code cue.value}.
 */
@NullMarked
package io.invowk.maven.cue;

import org.jspecify.annotations.NullMarked;
