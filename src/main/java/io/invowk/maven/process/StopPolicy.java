// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.time.Duration;

/**
 * How a process that must not go on is ended: it is asked (SIGTERM), and after a while killed (SIGKILL).
 *
 * @param alone how long it may end its own descendants before they are asked too; zero: all are asked at once
 * @param grace how long those that were asked may take until they are killed
 */
public record StopPolicy(Duration alone, Duration grace) {
    /** For a program that knows nothing of us: all of its tree is asked at once. */
    public static final StopPolicy WHOLE_TREE = new StopPolicy(Duration.ZERO, Duration.ofSeconds(5));
}
