// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.RuntimeConfig;

/** Parts of an invkfile that are understood but cannot be carried out yet. */
final class LaterFeatures {
    private LaterFeatures() {}

    /**
     * Makes sure that a runtime needs none of them.
     *
     * @throws UserException with what it needs, at its place
     */
    static void refuse(RuntimeConfig runtime) {
        if (runtime instanceof RuntimeConfig.Container container && container.enableHostSsh()) {
            throw failure(runtime, "enable_host_ssh", "remove it");
        }
    }

    private static UserException failure(RuntimeConfig runtime, String what, String cure) {
        return new UserException(
                Diagnostic.at(runtime.origin(), what + " is not supported yet").help(cure));
    }
}
