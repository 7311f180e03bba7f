// SPDX-License-Identifier: Apache-2.0
/** CUE as the real implementation understands it: recorded cases, and a program that a scorer asks about them. */
@NullMarked
package io.invowk.maven.cue.conformance;

import org.jspecify.annotations.NullMarked;
