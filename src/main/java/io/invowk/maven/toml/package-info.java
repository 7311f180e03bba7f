// SPDX-License-Identifier: Apache-2.0
/**
 * TOML texts as trees of nodes; the only place that knows the library.
 */
@NullMarked
package io.invowk.maven.toml;

import org.jspecify.annotations.NullMarked;
