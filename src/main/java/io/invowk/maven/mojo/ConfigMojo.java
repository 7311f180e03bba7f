// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.Invowk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the settings of the user's configuration that count here, and where each was said: {@code mvn invowk:config}. What a
 * parameter in the POM or on the command line says wins over the configuration, and that over the default.
 */
@Mojo(name = "config", requiresProject = false, threadSafe = true)
public final class ConfigMojo extends AbstractSourcesMojo {
    /** Container engines to try; they stand above {@code container_engine}, see {@code invowk:run}. */
    @Parameter(property = "invowk.engines")
    private List<String> engines = List.of();

    /** The runtime to take; it stands above {@code default_runtime}, see {@code invowk:run}. */
    @Parameter(property = "invowk.runtime")
    private @Nullable String runtime;

    /** Skips this goal: {@code -Dinvowk.config.skip}. */
    @Parameter(property = "invowk.config.skip", defaultValue = "false")
    private boolean skipConfig;

    /** Whether the utilities inside the virtual shell win over programs, as for {@code invowk:run}. */
    @Parameter(property = "invowk.shellUtilities")
    private @Nullable Boolean shellUtilities;

    @Override
    boolean skipGoal() {
        return skipConfig;
    }

    @Override
    void perform(Invowk invowk) {
        Map<String, String> given = new LinkedHashMap<>();
        if (!engines.isEmpty()) {
            given.put("container_engine", String.join(", ", engines));
        }
        if (runtime != null) {
            given.put("default_runtime", runtime);
        }
        if (shellUtilities != null) {
            given.put("virtual_shell.enable_uroot_utils", shellUtilities.toString());
        }
        invowk.config(given);
    }
}
