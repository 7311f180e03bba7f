// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.port;

import java.io.IOException;

/** Starts programs of the machine. */
public interface Programs {
    /**
     * Starts a program.
     *
     * @throws IOException if the machine cannot run it
     */
    RunningProgram start(ProgramCall call) throws IOException;
}
