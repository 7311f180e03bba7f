// SPDX-License-Identifier: Apache-2.0
/** The shell on the machine itself: a program that a scorer of recorded cases asks, and what the tests of the shell use. */
@NullMarked
package io.invowk.maven.shell.conformance;

import org.jspecify.annotations.NullMarked;
