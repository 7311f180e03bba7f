// SPDX-License-Identifier: Apache-2.0
/**
 * The use cases of the plugin and their wiring; no Maven type.
 */
@NullMarked
package io.invowk.maven.app;

import org.jspecify.annotations.NullMarked;
