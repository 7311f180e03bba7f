// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.SourceSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that look for commands. */
abstract class AbstractSourcesMojo extends AbstractInvowkMojo {
    /**
     * Further directories with commands: invkfiles in them and below them, and modules. Relative paths start from the project's
     * directory; a directory that does not exist has no commands. Without it {@code search_paths} of the user's configuration counts.
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

    /**
     * The user's configuration, for example {@code -Dinvowk.config=ci/config.cue}, instead of the usual one, which is
     * {@code $XDG_CONFIG_HOME/invowk/config.cue}, {@code ~/.config/invowk/config.cue} without that variable; on macOS
     * {@code ~/Library/Application Support/invowk/config.cue}, on Windows {@code %APPDATA%/invowk/config.cue}. A relative path starts from the
     * project's directory. Parameters win over what it says.
     */
    @Parameter(property = "invowk.config")
    private @Nullable File config;

    @Override
    final SourceSettings sources() {
        List<Path> paths = searchPaths.stream()
                .map(path -> directory().resolve(path.toPath()))
                .toList();
        return new SourceSettings(
                useRootCommands ? Optional.of(executionRoot()) : Optional.empty(),
                paths,
                Optional.ofNullable(config).map(file -> directory().resolve(file.toPath())));
    }
}
