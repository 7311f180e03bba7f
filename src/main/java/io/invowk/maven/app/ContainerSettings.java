// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Word;
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
 */
public record ContainerSettings(List<String> engines, String user, String selinux, int stopGraceSeconds) {
    /** Longer than anybody waits; the engine's shell can still count the seconds. */
    private static final int MAX_STOP_GRACE_SECONDS = 86_400;

    public ContainerSettings {
        engines = List.copyOf(engines);
    }

    /** The same for the engine. */
    EngineOptions options(String session) {
        return new EngineOptions(
                engines,
                Choice.of("invowk.user", user, EngineOptions.User.values()),
                Choice.of("invowk.selinux", selinux, EngineOptions.SelinuxLabels.values()),
                stopGrace(),
                session);
    }

    private Duration stopGrace() {
        if (stopGraceSeconds < 0 || stopGraceSeconds > MAX_STOP_GRACE_SECONDS) {
            String text = String.valueOf(stopGraceSeconds);
            throw new UserException(Diagnostic.at(
                            Word.whole("invowk.stopGrace", text).place(), "value of invowk.stopGrace out of range")
                    .note("expected seconds, 0 to " + MAX_STOP_GRACE_SECONDS));
        }
        return Duration.ofSeconds(stopGraceSeconds);
    }
}
