// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One container to run: what the engine is told, in none of the words of a container engine.
 *
 * @param forceRebuild whether an image is built again even if it is there
 * @param workspace host directory that is mounted read-write on {@link #WORKSPACE}, absolute
 * @param workdir working directory in the container
 * @param volumes {@code host:container[:options]}; a host part is absolute, or the name of a volume
 * @param ports as written in the invkfile
 * @param hostPort port of this machine that the command may reach; empty: the network is as the container engine makes it
 * @param environment of the command; names that no shell can set are left out
 * @param script mounted read-only below {@link #SCRIPTS}
 * @param terminal whether the three standard streams are one terminal
 * @param command program and arguments
 */
public record ContainerSpec(
        Image image,
        boolean forceRebuild,
        Path workspace,
        String workdir,
        List<String> volumes,
        List<String> ports,
        Optional<HostPort> hostPort,
        Map<String, String> environment,
        Optional<MountedScript> script,
        boolean terminal,
        List<String> command) {
    /** Where the workspace is in the container. */
    public static final String WORKSPACE = "/workspace";

    /** Where a script is in the container. */
    public static final String SCRIPTS = "/run/invowk/script";

    public ContainerSpec {
        volumes = List.copyOf(volumes);
        ports = List.copyOf(ports);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        command = List.copyOf(command);
    }

    /** Where the image comes from. */
    public sealed interface Image {
        /** An image by name. */
        record Named(String name) implements Image {}

        /**
         * An image that is built when there is none of the same content.
         *
         * @param context directory, absolute
         */
        record Built(Path containerfile, Path context) implements Image {}
    }

    /**
     * A script that is not in the workspace.
     *
     * @param name last component of its path in the container
     */
    public record MountedScript(String name, String text) {
        /** Its path in the container. */
        public String path() {
            return SCRIPTS + "/" + name;
        }
    }
}
