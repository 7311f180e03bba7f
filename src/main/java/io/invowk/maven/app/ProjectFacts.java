// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.plan.ProjectVariables;
import java.nio.file.Path;
import java.util.Map;

/**
 * What scripts are told of the Maven project that they run for.
 *
 * @param directory of the module, absolute
 * @param buildDirectory absolute
 */
public record ProjectFacts(String groupId, String artifactId, String version, Path directory, Path buildDirectory) {
    /** The same as variables of a script. */
    ProjectVariables variables() {
        return new ProjectVariables(
                Map.of(
                        "MAVEN_PROJECT_GROUP_ID", groupId,
                        "MAVEN_PROJECT_ARTIFACT_ID", artifactId,
                        "MAVEN_PROJECT_VERSION", version),
                Map.of("MAVEN_PROJECT_BASEDIR", directory, "MAVEN_PROJECT_BUILD_DIRECTORY", buildDirectory));
    }
}
