// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.io.IOException;

/** A utility inside the shell. */
@FunctionalInterface
interface Builtin {
    /**
     * Runs it.
     *
     * @return its exit status
     */
    int run(Invocation call) throws IOException;
}
