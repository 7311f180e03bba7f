// SPDX-License-Identifier: Apache-2.0
/**
 * Patterns (POSIX XCU 2.14) and pathname expansion.
 *
 * <p>In the text of a pattern a backslash quotes the next character. Knows no words and no variables; expansion uses it.
 */
@NullMarked
package io.invowk.maven.shell.pattern;

import org.jspecify.annotations.NullMarked;
