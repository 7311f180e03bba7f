// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way to carry out a command; one element of {@code implementations}.
 *
 * @param script text, or a reference to a file
 * @param runtimes in file order, at least one; the first is the default
 * @param platforms all three if the file names none
 */
public record Implementation(
        Script script,
        List<RuntimeConfig> runtimes,
        Set<Platform> platforms,
        Env env,
        Optional<String> workdir,
        DependsOn dependsOn,
        Place origin) {
    public Implementation {
        runtimes = List.copyOf(runtimes);
        platforms = Collections.unmodifiableSet(EnumSet.copyOf(platforms));
    }
}
