// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.pattern.FileNames;
import io.invowk.maven.shell.port.FileFacts;
import java.util.List;

/** Files by paths that are relative to the working directory of an environment. */
final class ShellFileNames implements FileNames {
    private final Environment environment;

    ShellFileNames(Environment environment) {
        this.environment = environment;
    }

    @Override
    public List<String> in(String directory) {
        return environment
                .path(directory)
                .map(environment.session.files()::names)
                .orElse(List.of());
    }

    private boolean isKind(String path, boolean follow, FileFacts.Kind kind) {
        return environment
                .path(path)
                .flatMap(file -> environment.session.files().facts(file, follow))
                .filter(facts -> facts.kind() == kind)
                .isPresent();
    }

    @Override
    public boolean exists(String path) {
        return environment
                .path(path)
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
