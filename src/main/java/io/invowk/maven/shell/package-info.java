// SPDX-License-Identifier: Apache-2.0
/**
 * A POSIX shell in the JVM: the facade, and the files of this machine.
 *
 * <p>Text goes through {@code syntax} to a tree that {@code interp} runs, with the words that {@code expand} makes.
 */
@NullMarked
package io.invowk.maven.shell;

import org.jspecify.annotations.NullMarked;
