// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.runtime.CommandRuntime;

/** The runtimes of this machine. */
interface Runtimes {
    /** The runtime of a kind, made when it is asked for. */
    CommandRuntime of(RuntimeKind kind);
}
