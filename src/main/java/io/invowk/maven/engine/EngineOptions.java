// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How containers run on this machine, the same for all commands of one build.
 *
 * @param engines names or paths of container engines, in the order to try; empty: the engine's own order
 * @param user whose files a command creates
 * @param selinux how mounts are labelled where SELinux is on
 * @param stopGrace how long a command that is stopped may take until its container is removed
 * @param timeout how long a command may run; zero: no limit
 * @param engineTimeout how long the container engine may take for one thing, or be silent in a pull or a build; zero: no
 *     limit
 * @param session label of all containers of one build
 */
public record EngineOptions(
        List<String> engines,
        User user,
        SelinuxLabels selinux,
        Duration stopGrace,
        Duration timeout,
        Duration engineTimeout,
        String session) {
    public EngineOptions {
        engines = List.copyOf(engines);
    }

    /** Who a command runs as. */
    public enum User {
        /** Its files in the project belong to the caller. */
        CALLER,
        /** As the image says. */
        IMAGE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Labels of mounts under SELinux. */
    public enum SelinuxLabels {
        /** A label of the project's own: other containers cannot read it. */
        PRIVATE,
        /** The label that all containers share. */
        SHARED,
        /** Nothing is relabelled; the container runs without separation by labels. */
        DISABLE,
        /** Nothing is relabelled. */
        NONE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
