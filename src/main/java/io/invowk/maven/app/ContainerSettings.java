// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.engine.EngineOptions;
import java.time.Duration;
import java.util.List;

/**
 * How containers run, as it was asked for.
 *
 * @param engines names or paths of container engines, in the order to try; empty: the usual order
 * @param user {@code caller} or {@code image}
 * @param selinux {@code private}, {@code shared}, {@code disable} or {@code none}
 * @param stopGraceSeconds how long a command that is stopped may take until its container is removed
 * @param engineTimeoutSeconds how long the container engine may take for one thing; 0: no limit
 */
public record ContainerSettings(
        List<String> engines, String user, String selinux, int stopGraceSeconds, int engineTimeoutSeconds) {
    public ContainerSettings {
        engines = List.copyOf(engines);
    }

    /** The same, with container engines if none are named. */
    ContainerSettings orEngines(List<String> others) {
        return new ContainerSettings(
                engines.isEmpty() ? others : engines, user, selinux, stopGraceSeconds, engineTimeoutSeconds);
    }

    /**
     * The same for the engine.
     *
     * @param timeout how long a command may run; zero: no limit
     */
    EngineOptions options(String session, Duration timeout) {
        return new EngineOptions(
                engines,
                Choice.of("invowk.user", user, EngineOptions.User.values()),
                Choice.of("invowk.selinux", selinux, EngineOptions.SelinuxLabels.values()),
                Seconds.of("invowk.stopGrace", stopGraceSeconds),
                timeout,
                Seconds.of("invowk.engineTimeout", engineTimeoutSeconds),
                session);
    }
}
