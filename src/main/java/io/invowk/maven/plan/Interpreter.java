// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import java.util.List;

/**
 * The program that runs a script.
 *
 * @param program name or path, as written
 * @param arguments what stands between the program and the script
 */
public record Interpreter(String program, List<String> arguments) {
    public Interpreter {
        arguments = List.copyOf(arguments);
    }
}
