// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An image that holds a command and its project.
 *
 * @param base name of the image that it is made from
 * @param workspace host directory, absolute; it is copied to {@link ContainerSpec#WORKSPACE}, without what its ignore files keep out
 * @param needed a file of the workspace that is copied in any case, absolute
 * @param entry text of the script that is its entry point, {@link #ENTRY}
 * @param environment what is in {@link #ENVIRONMENT}
 * @param script copied to {@link #SCRIPTS}
 * @param name further name of the image, with a tag
 */
public record BakedImage(
        String base,
        Path workspace,
        Optional<Path> needed,
        String entry,
        Map<String, String> environment,
        Optional<ContainerSpec.MountedScript> script,
        Optional<String> name) {
    /** The directory of ours in the image. */
    static final String DIRECTORY = "/invowk";

    /** The entry point. */
    public static final String ENTRY = DIRECTORY + "/command";

    /** Shell lines that set the environment. */
    public static final String ENVIRONMENT = DIRECTORY + "/env";

    /** Where a script is that is no file of the workspace. */
    public static final String SCRIPTS = DIRECTORY + "/script";

    public BakedImage {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }
}
