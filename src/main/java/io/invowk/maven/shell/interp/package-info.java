// SPDX-License-Identifier: Apache-2.0
/**
 * Runs a tree of commands: execution environments, descriptors, pipes, jobs, traps and built-in utilities.
 *
 * <p>Last stage of the shell. Programs and files are reached through the ports only.
 */
@NullMarked
package io.invowk.maven.shell.interp;

import org.jspecify.annotations.NullMarked;
