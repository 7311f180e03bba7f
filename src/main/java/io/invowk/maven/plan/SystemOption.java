// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import java.util.Optional;

/** The options that every command has, beside its own flags. */
enum SystemOption {
    RUNTIME("runtime", "r", true),
    FROM("from", "", true),
    FORCE_REBUILD("force-rebuild", "", false),
    CONFIG("config", "", true),
    VERBOSE("verbose", "v", false),
    INTERACTIVE("interactive", "i", false),
    HELP("help", "h", false),
    LIST("list", "l", false),
    ENV_FILE("env-file", "e", true),
    ENV_VAR("env-var", "E", true),
    ENV_INHERIT_MODE("env-inherit-mode", "", true),
    ENV_INHERIT_ALLOW("env-inherit-allow", "", true),
    ENV_INHERIT_DENY("env-inherit-deny", "", true),
    WORKDIR("workdir", "w", true);

    private final String longName;
    private final String shortName;
    private final boolean takesValue;

    SystemOption(String longName, String shortName, boolean takesValue) {
        this.longName = longName;
        this.shortName = shortName;
        this.takesValue = takesValue;
    }

    String longName() {
        return longName;
    }

    /** Whether a value follows; otherwise the option is a switch. */
    boolean takesValue() {
        return takesValue;
    }

    static Optional<SystemOption> named(OptionName name) {
        for (SystemOption option : values()) {
            if (name.isLong() ? option.longName.equals(name.text()) : option.shortName.equals(name.text())) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
