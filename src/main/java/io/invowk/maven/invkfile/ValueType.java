// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import java.util.Locale;

/** The type of a flag or an argument; an argument is never a bool. */
public enum ValueType {
    STRING,
    BOOL,
    INT,
    FLOAT;

    /** The name an invkfile uses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
