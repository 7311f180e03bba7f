// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a script is told of the project that it runs for, by the names of variables.
 *
 * @param texts the same everywhere
 * @param directories of this machine, absolute; a container has them elsewhere
 */
public record ProjectVariables(Map<String, String> texts, Map<String, Path> directories) {
    /** There is no project. */
    public static final ProjectVariables NONE = new ProjectVariables(Map.of(), Map.of());

    public ProjectVariables {
        texts = Map.copyOf(texts);
        directories = Map.copyOf(directories);
    }
}
