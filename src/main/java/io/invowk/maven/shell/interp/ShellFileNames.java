// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.pattern.FileNames;
import io.invowk.maven.shell.port.FileFacts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files by paths that are relative to the working directory of an environment. */
final class ShellFileNames implements FileNames {
    private final Environment environment;

    ShellFileNames(Environment environment) {
        this.environment = environment;
    }

    private Optional<Path> path(String text) {
        try {
            return Optional.of(environment.path(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> in(String directory) {
        return path(directory).map(environment.session.files()::names).orElse(List.of());
    }

    private boolean isKind(String path, boolean follow, FileFacts.Kind kind) {
        return path(path)
                .flatMap(file -> environment.session.files().facts(file, follow))
                .filter(facts -> facts.kind() == kind)
                .isPresent();
    }

    @Override
    public boolean exists(String path) {
        return path(path)
                .flatMap(file -> environment.session.files().facts(file, false))
                .isPresent();
    }

    @Override
    public boolean isDirectory(String path) {
        return isKind(path, true, FileFacts.Kind.DIRECTORY);
    }

    @Override
    public boolean isLink(String path) {
        return isKind(path, false, FileFacts.Kind.LINK);
    }
}
