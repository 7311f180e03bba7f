// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

/**
 * How a goal was called, as far as input and output depend on it.
 *
 * @param session name of the build, the same for all its goals and no other's
 * @param direct on the command line, not by a phase of a lifecycle
 * @param interactive whether the user may be asked something
 * @param quiet whether only the command's own output is to be shown
 * @param parallel whether goals run at the same time
 * @param module name of the module, put in front of each line when modules run at the same time; empty for a single one
 */
public record GoalCall(
        String session, boolean direct, boolean interactive, boolean quiet, boolean parallel, String module) {}
