// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one invkfile says.
 *
 * @param file the file itself, absolute; its directory is the base of relative paths
 * @param defaultShell the shell for native scripts without an interpreter, empty if not given
 * @param workdir working directory of all commands, empty if not given
 * @param commands in file order, at least one
 */
public record Invkfile(
        Path file,
        Optional<String> defaultShell,
        Optional<String> workdir,
        Env env,
        DependsOn dependsOn,
        List<Command> commands,
        Place origin) {
    public Invkfile {
        commands = List.copyOf(commands);
    }

    /** The directory that relative paths of this file start from. */
    public Path directory() {
        return Objects.requireNonNull(file.getParent());
    }
}
