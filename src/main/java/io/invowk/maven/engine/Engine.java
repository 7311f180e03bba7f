// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.process.Stdio;
import java.io.IOException;

/** Runs commands in containers. */
public interface Engine {
    /**
     * Runs one command in a new container and waits for its end. Safe for use by several threads.
     *
     * @throws IOException if the engine itself could not be started, a variable cannot be handed over, or the thread was
     *     interrupted
     */
    EngineResult run(ContainerSpec spec, Stdio stdio) throws IOException;
}
