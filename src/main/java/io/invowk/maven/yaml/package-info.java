// SPDX-License-Identifier: Apache-2.0
/**
 * YAML texts as trees of nodes; the only place that knows the library.
 */
@NullMarked
package io.invowk.maven.yaml;

import org.jspecify.annotations.NullMarked;
