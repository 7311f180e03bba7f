// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where commands are looked for; all paths are absolute.
 *
 * @param directory of the project; directories above it are not searched
 * @param instead the directory to take if that of the project has neither an invkfile nor modules
 * @param userCommands of the user, for all projects
 * @param searchPaths further directories, in order
 */
public record Places(Path directory, Optional<Path> instead, Path userCommands, List<Path> searchPaths) {
    public Places {
        searchPaths = List.copyOf(searchPaths);
    }

    /** Only a directory. */
    public static Places only(Path directory, Path home) {
        return of(directory, Optional.empty(), home, List.of());
    }

    /** The places of a user with a home directory. */
    public static Places of(Path directory, Optional<Path> instead, Path home, List<Path> searchPaths) {
        return new Places(directory, instead, home.resolve(".invowk").resolve("cmds"), searchPaths);
    }
}
