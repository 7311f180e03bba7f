// SPDX-License-Identifier: Apache-2.0
/**
 * Words to fields: the expansions of POSIX XCU 2.6 in their order, with those of bash, and arithmetic.
 *
 * <p>What runs commands stands behind {@code Surroundings}; the interpreter gives it.
 */
@NullMarked
package io.invowk.maven.shell.expand;

import org.jspecify.annotations.NullMarked;
