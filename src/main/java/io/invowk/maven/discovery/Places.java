// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where commands are looked for; all paths are absolute.
 *
 * @param directory of the project; directories above it are not searched
 * @param instead the directory to take if that of the project has neither an invkfile nor modules
 * @param userCommands of the user, for all projects
 * @param searchPaths further directories, in order
 * @param aliases names that modules get instead of their own, by their path
 */
public record Places(
        Path directory, Optional<Path> instead, Path userCommands, List<Path> searchPaths, Map<Path, String> aliases) {
    public Places {
        searchPaths = List.copyOf(searchPaths);
        aliases = Map.copyOf(aliases);
    }

    /** Only a directory. */
    public static Places only(Path directory, Path home) {
        return of(directory, Optional.empty(), home, List.of());
    }

    /** The places of a user with a home directory. */
    public static Places of(Path directory, Optional<Path> instead, Path home, List<Path> searchPaths) {
        return new Places(directory, instead, home.resolve(".invowk").resolve("cmds"), searchPaths, Map.of());
    }

    /** The same, where modules have other names. */
    public Places withAliases(Map<Path, String> others) {
        return new Places(directory, instead, userCommands, searchPaths, others);
    }
}
