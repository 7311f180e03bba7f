// SPDX-License-Identifier: Apache-2.0
/**
 * Utilities that scripts use, for machines that do not have them: options of POSIX and the common ones of GNU. A file each; they know
 * nothing of the shell but what a {@link io.invowk.maven.shell.utility.UtilityCall} gives them.
 */
@NullMarked
package io.invowk.maven.shell.utility;

import org.jspecify.annotations.NullMarked;
