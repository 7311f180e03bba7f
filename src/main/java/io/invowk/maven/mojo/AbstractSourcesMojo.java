// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.SourceSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that look for commands. */
abstract class AbstractSourcesMojo extends AbstractInvowkMojo {
    /**
     * Further directories with commands: invkfiles in them and below them, and modules. Relative paths start from the project's
     * directory; a directory that does not exist has no commands.
     *
     * <pre>{@code
     * <searchPaths>
     *   <searchPath>build-tools/commands</searchPath>
     * </searchPaths>
     * }</pre>
     *
     * <p>As a property: {@code -Dinvowk.searchPaths=build-tools/commands,/opt/commands}.
     */
    @Parameter(property = "invowk.searchPaths")
    private List<File> searchPaths = List.of();

    /**
     * Whether a module of a multi-module build that has no commands itself, neither an invkfile nor a {@code *.invkmod} directory, takes
     * those of the directory that the build was started in: {@code -Dinvowk.useRootCommands}.
     */
    @Parameter(property = "invowk.useRootCommands", defaultValue = "false")
    private boolean useRootCommands;

    @Override
    final SourceSettings sources() {
        List<Path> paths = searchPaths.stream()
                .map(path -> directory().resolve(path.toPath()))
                .toList();
        return new SourceSettings(useRootCommands ? Optional.of(executionRoot()) : Optional.empty(), paths);
    }
}
