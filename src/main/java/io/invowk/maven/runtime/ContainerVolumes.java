// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.Volume;
import java.nio.file.Path;
import java.util.List;

/** The volumes of a runtime as the engine takes them: host paths are absolute. */
final class ContainerVolumes {
    private ContainerVolumes() {}

    /** One {@code host:container[:options]} for each, in order. */
    static List<String> of(List<Volume> volumes, Path baseDirectory) {
        return volumes.stream().map(volume -> of(volume, baseDirectory)).toList();
    }

    /** The host part of a volume: an absolute path, or the name of a volume. */
    static String host(Volume volume, Path baseDirectory) {
        return volume.isPath()
                ? baseDirectory.resolve(volume.host()).normalize().toString()
                : volume.host();
    }

    private static String of(Volume volume, Path baseDirectory) {
        String host = host(volume, baseDirectory);
        // the letter of a Windows drive is the one colon that container engines understand
        if (host.indexOf(':', 2) >= 0 || host.indexOf(':') == 0) {
            throw new UserException(
                    Diagnostic.at(volume.origin(), "the host path of a volume cannot contain a colon: " + host)
                            .help("move the directory, or reach it by a symbolic link without a colon in its path"));
        }
        String spec = host + ":" + volume.container();
        return volume.options().isEmpty() ? spec : spec + ":" + volume.options();
    }
}
