// SPDX-License-Identifier: Apache-2.0
/**
 * What a shell remembers: variables with their attributes and scopes, and options.
 *
 * <p>Read by expansion, read and written by the interpreter.
 */
@NullMarked
package io.invowk.maven.shell.state;

import org.jspecify.annotations.NullMarked;
