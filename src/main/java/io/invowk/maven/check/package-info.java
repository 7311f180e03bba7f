// SPDX-License-Identifier: Apache-2.0
/**
 * What a command depends on, looked at before it runs: on this machine, or in one run of the command's own container.
 *
 * <p>Between a plan and its runtime: a plan whose dependencies hold goes on to it.
 */
@NullMarked
package io.invowk.maven.check;

import org.jspecify.annotations.NullMarked;
