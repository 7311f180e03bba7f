// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where commands are looked for beside the project's directory and the user's own.
 *
 * @param instead a directory that is taken if the project's own has no commands, absolute
 * @param searchPaths further directories, absolute; empty: those of the user's configuration
 * @param config the user's configuration, absolute; empty: the usual one
 */
public record SourceSettings(Optional<Path> instead, List<Path> searchPaths, Optional<Path> config) {
    /** Nowhere else. */
    public static final SourceSettings NONE = new SourceSettings(Optional.empty(), List.of(), Optional.empty());

    public SourceSettings {
        searchPaths = List.copyOf(searchPaths);
    }
}
