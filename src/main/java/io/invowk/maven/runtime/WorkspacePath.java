// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.engine.ContainerSpec;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where a host path is in a container: the invkfile's directory is the workspace, any other path is meant inside. */
final class WorkspacePath {
    private WorkspacePath() {}

    /** The path in the container; both parameters are absolute. */
    static String of(Path baseDirectory, Path path) {
        Path base = baseDirectory.normalize();
        Path normal = path.normalize();
        if (normal.equals(base)) {
            return ContainerSpec.WORKSPACE;
        }
        return normal.startsWith(base)
                ? ContainerSpec.WORKSPACE + "/" + withSlashes(base.relativize(normal))
                : "/" + withSlashes(normal);
    }

    private static String withSlashes(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
