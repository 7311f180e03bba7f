// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.invkfile.DependsOn;
import java.util.Optional;

/** Looks for what a command needs, where the command runs. Each answer is the problem, empty if there is none. */
interface Probes {
    /** Whether a program of this name can be run. */
    Optional<String> tool(String name);

    /** Whether there is a file that allows what is asked. */
    Optional<String> file(WantedFile file);

    /** Whether a script ends with the status, and writes what is expected. */
    Optional<String> check(DependsOn.Check check);

    /** What a user can do about a tool that is not there. */
    String cureOfTool();

    /** What a user can do about a file that is not as wanted. */
    String cureOfFile();
}
