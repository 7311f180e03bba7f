// SPDX-License-Identifier: Apache-2.0
/**
 * Shell text to a tree of commands with positions; runs nothing.
 *
 * <p>Grammar: POSIX XCU 2.10, with the parts of bash that script authors use. First stage of the shell.
 */
@NullMarked
package io.invowk.maven.shell.syntax;

import org.jspecify.annotations.NullMarked;
