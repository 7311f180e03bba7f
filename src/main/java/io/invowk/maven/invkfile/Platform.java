// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import java.util.Locale;

/** A kind of host. */
public enum Platform {
    LINUX,
    MACOS,
    WINDOWS;

    /** The name an invkfile uses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
