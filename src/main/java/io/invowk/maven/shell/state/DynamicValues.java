// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.state;

import org.jspecify.annotations.Nullable;

/** Variables whose value is found when it is asked for, as long as nothing else has their name. */
public interface DynamicValues {
    /** The value now; null if there is no such variable. */
    @Nullable
    String value(String name);

    /** An array as it is now; null if there is no such one. */
    @Nullable
    Variable array(String name);

    /** Takes an assignment to such a variable; false if there is none. */
    boolean assign(String name, String value);
}
