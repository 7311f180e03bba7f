// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.conformance;

import io.invowk.maven.process.OpenStreams;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.runtime.ShellPrograms;
import io.invowk.maven.shell.port.Programs;
import java.io.IOException;

/** Programs of this machine for scripts whose streams are none of this process's own. */
public final class HostPrograms {
    private HostPrograms() {}

    /** Programs, as the runtime starts them. */
    public static Programs start() throws IOException {
        return new ShellPrograms(OpenStreams.of(new Stdio.Lines(line -> {}, line -> {})));
    }
}
