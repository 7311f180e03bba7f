// SPDX-License-Identifier: Apache-2.0
/**
 * Modules: directories with commands of their own, and the file that says which module it is.
 */
@NullMarked
package io.invowk.maven.invkmod;

import org.jspecify.annotations.NullMarked;
