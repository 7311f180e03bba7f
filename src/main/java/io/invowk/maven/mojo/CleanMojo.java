// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.Invowk;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists what this plugin has left on this machine, for the user who calls it: {@code mvn invowk:clean}. Nothing changes until
 * {@code mvn invowk:clean -Dinvowk.confirm} removes it.
 *
 * <p>There are images that were built for {@code containerfile} commands and by {@code invowk:provision}; containers and
 * work directories of builds that were killed; and caches. All of them are made again when they are needed. Images, containers and
 * engines of others are never touched: what does not carry the plugin's labels, belongs to another user or machine, to a build
 * that runs, or is used by a container, stays, and the list says why.
 *
 * <p>All container engines that answer are looked at. The size of an image is that of all its layers, those of its base image
 * included.
 */
@Mojo(name = "clean", requiresProject = false, threadSafe = true)
public final class CleanMojo extends AbstractInvowkMojo {
    /** Whether what is listed is removed, too: {@code mvn invowk:clean -Dinvowk.confirm}. */
    @Parameter(property = "invowk.confirm", defaultValue = "false")
    private boolean confirm;

    /**
     * What to look for: {@code containers} (with work directories), {@code images}, {@code caches}. Without it all three.
     *
     * <pre>{@code
     * <kinds>
     *   <kind>containers</kind>
     *   <kind>caches</kind>
     * </kinds>
     * }</pre>
     *
     * <p>As a property: {@code -Dinvowk.kinds=images}.
     */
    @Parameter(property = "invowk.kinds")
    private List<String> kinds = List.of();

    /**
     * Container engines to look at: names found on the {@code PATH}, or paths, for example {@code -Dinvowk.engines=docker}. Without
     * it podman and docker.
     */
    @Parameter(property = "invowk.engines")
    private List<String> engines = List.of();

    /** Skips this goal: {@code -Dinvowk.clean.skip}. */
    @Parameter(property = "invowk.clean.skip", defaultValue = "false")
    private boolean skipClean;

    @Override
    boolean skipGoal() {
        return skipClean;
    }

    @Override
    void perform(Invowk invowk) throws Exception {
        Optional<String> problem = invowk.clean(kinds, engines, confirm);
        if (problem.isPresent()) {
            throw new MojoFailureException(problem.get());
        }
    }
}
