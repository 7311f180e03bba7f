// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.syntax.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a command after expansion.
 *
 * @param text the argument; of an assignment to a declaration utility only the name
 * @param assignment what it assigns, if it was written as an assignment
 */
record Operand(String text, @Nullable Assignment assignment) {}
