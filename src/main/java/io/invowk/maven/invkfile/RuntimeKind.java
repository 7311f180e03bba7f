// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import java.util.Locale;

/** The kinds of runtime. */
public enum RuntimeKind {
    NATIVE,
    VIRTUAL,
    CONTAINER;

    /** The name an invkfile uses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
