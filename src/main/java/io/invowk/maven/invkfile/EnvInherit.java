// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import java.util.List;
import java.util.Optional;

/**
 * Which variables of the host a script sees.
 *
 * @param mode empty: {@code all} for native and virtual, {@code none} for container
 * @param allow names for mode {@code allow}
 * @param deny names that are taken away in the modes {@code allow} and {@code all}
 */
public record EnvInherit(Optional<Mode> mode, List<String> allow, List<String> deny) {
    /** Nothing said. */
    public static final EnvInherit UNSET = new EnvInherit(Optional.empty(), List.of(), List.of());

    public EnvInherit {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }

    /** How much is inherited. */
    public enum Mode {
        NONE,
        ALLOW,
        ALL
    }
}
