// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.runtime.CommandRuntime;
import io.invowk.maven.runtime.HostAccess;
import java.util.Optional;

/** The runtimes of this machine. */
interface Runtimes {
    /**
     * The runtime of a kind, made when it is asked for.
     *
     * @param access to this machine, for a command in a container that asks for it
     */
    CommandRuntime of(RuntimeKind kind, Optional<HostAccess> access);
}
