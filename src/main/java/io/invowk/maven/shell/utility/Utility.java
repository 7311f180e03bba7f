// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;

/** One utility. */
@FunctionalInterface
public interface Utility {
    /**
     * Runs it.
     *
     * @return its exit status
     * @throws UtilityException if it was called in a way that it does not know, or cannot go on
     * @throws IOException if its streams fail
     */
    int run(UtilityCall call) throws IOException;
}
