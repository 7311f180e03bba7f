// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.port;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to start.
 *
 * @param program where it is
 * @param arguments what it is told, without its name
 * @param environment its whole environment
 * @param directory its working directory
 * @param input its standard input
 * @param output its standard output
 * @param errors its standard error
 */
public record ProgramCall(
        Path program,
        List<String> arguments,
        Map<String, String> environment,
        Path directory,
        ByteSource input,
        OutputStream output,
        OutputStream errors) {
    public ProgramCall {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
