// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program to start, and what it is given.
 *
 * @param program a name, looked up on the {@code PATH} of this process, or a path
 * @param arguments handed over as they are; no shell reads them
 * @param environment the whole environment; an empty map is an empty environment
 * @param directory the working directory
 */
public record CommandLine(String program, List<String> arguments, Map<String, String> environment, Path directory) {
    public CommandLine {
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    /** Program and arguments. */
    public List<String> words() {
        List<String> words = new ArrayList<>(arguments.size() + 1);
        words.add(program);
        words.addAll(arguments);
        return words;
    }

    /** The builder of a process with nothing but what this says; its streams are pipes. */
    ProcessBuilder builder() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words()).directory(directory.toFile());
        builder.environment().clear();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            try {
                builder.environment().put(variable.getKey(), variable.getValue());
            } catch (IllegalArgumentException e) {
                // The exception itself would show the value.
                throw new IOException("variable \"" + variable.getKey()
                        + "\" cannot be passed on: it holds a NUL character" + " or its name an equals sign");
            }
        }
        return builder;
    }
}
