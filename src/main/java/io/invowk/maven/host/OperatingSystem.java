// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.host;

import java.util.Locale;

/** The kinds of operating system that are told apart. */
public enum OperatingSystem {
    LINUX,
    MACOS,
    WINDOWS,
    /** Any other system with the ways of Unix. */
    OTHER_UNIX;

    /** The system that goes by a value of the system property {@code os.name}. */
    public static OperatingSystem named(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        if (name.startsWith("mac") || name.startsWith("darwin")) {
            return MACOS;
        }
        return name.startsWith("linux") ? LINUX : OTHER_UNIX;
    }
}
