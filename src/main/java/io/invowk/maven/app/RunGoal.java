// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.nio.file.Path;
import java.util.List;

/**
 * All that one call of a goal is to run.
 *
 * @param commands in their order, at least one
 * @param several whether it was asked for a list of commands, be it of one
 * @param output what {@code -q}, {@code -B} and {@code -T} do to the streams of the commands: {@code auto}, {@code inherit},
 *     {@code log} or {@code plain}
 * @param timeoutSeconds how long all of it may take; 0: no limit
 * @param reportFile where the report goes, absolute
 */
public record RunGoal(List<RunRequest> commands, boolean several, String output, int timeoutSeconds, Path reportFile) {
    public RunGoal {
        commands = List.copyOf(commands);
    }
}
