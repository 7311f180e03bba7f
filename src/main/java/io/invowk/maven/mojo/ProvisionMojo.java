// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.Invowk;
import io.invowk.maven.app.ProvisionRequest;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts one container command with its project into an image, which any container engine can run: {@code mvn invowk:provision
 * -Dinvowk.cmd=greet}, then {@code podman run IMAGE arguments}. It is for engines that cannot mount the project, such as
 * remote ones, and for publishing; {@code invowk:run} needs no such image.
 *
 * <p>The image is made from the command's own, or that of its containerfile. It has the directory of the invkfile on
 * {@code /workspace}, without what {@code .containerignore} or {@code .dockerignore} keeps out, and a start script in
 * {@code /invowk}, which sets the variables of the invkfile, the command's flags, its arguments, and its working directory.
 *
 * <p>Nothing of the machine gets into it: no variables of the host, no volumes, no ports; the words for a container are its
 * arguments alone. Their number is checked, their types and patterns are not. A command that needs a secret gets it from the
 * container engine: {@code podman run -e NAME IMAGE}. But every file that is not kept out is in it: look at
 * {@code .containerignore} before you publish one, and put {@code .git} and {@code target} there.
 *
 * <p>The command runs as the user of the base image. Files of the project belong to root there, and can be read by all.
 *
 * <p>The name of the image is derived from its content, so an unchanged project builds nothing again. The goal prints it; with
 * {@code -q} standard output holds nothing else. {@code invowk:clean} lists and removes it.
 */
@Mojo(name = "provision", requiresProject = false, threadSafe = true)
public final class ProvisionMojo extends AbstractSourcesMojo {
    /**
     * The command, its flags and its arguments as they would be typed, for example {@code greet --loud world}. The flags are part of the
     * image. The arguments are those that a container gets when it is given none; they may be left out. Of the options of
     * {@code invowk:run} only {@code -w}, {@code --from} and {@code --force-rebuild} have a meaning here.
     */
    @Parameter(property = "invowk.cmd")
    private String cmd = "";

    /**
     * Further words after those of {@code cmd}, each exactly as it is.
     *
     * <pre>{@code
     * <args>
     *   <arg>two words</arg>
     * </args>
     * }</pre>
     *
     * <p>As a property the words are separated by commas: {@code -Dinvowk.args=a,b}.
     */
    @Parameter(property = "invowk.args")
    private List<String> args = List.of();

    /** The source to take the command from, for example {@code invkfile}. Needed only where a name is ambiguous. */
    @Parameter(property = "invowk.from")
    private @Nullable String from;

    /**
     * A name for the image, for example {@code registry.example/team/greet:1}. Without it the image has only the one that is
     * derived from its content. Another image of that name loses it.
     */
    @Parameter(property = "invowk.tag")
    private @Nullable String tag;

    /** Whether the image is built again although it is there: {@code -Dinvowk.forceRebuild}. */
    @Parameter(property = "invowk.forceRebuild", defaultValue = "false")
    private boolean forceRebuild;

    /**
     * Container engines to try, in this order: names found on the {@code PATH}, or paths, for example
     * {@code -Dinvowk.engines=docker,podman}. Without it podman is tried before docker.
     */
    @Parameter(property = "invowk.engines")
    private List<String> engines = List.of();

    /**
     * How many seconds the container engine (podman, docker) may take for one thing before it counts as hung and the goal fails. A pull
     * or a build may take longer, but not be silent for so long. 0: no limit.
     */
    @Parameter(property = "invowk.engineTimeout", defaultValue = "600")
    private int engineTimeout;

    /**
     * Where the report goes: a JSON object with {@code command}, {@code definedAt} ({@code file:line:column}), {@code image},
     * {@code action} ({@code built} or {@code present}) and {@code engine}. There is no file if there is no image. Default:
     * {@code invowk/provision.json} in the build directory.
     */
    @Parameter(property = "invowk.reportFile")
    private @Nullable File reportFile;

    /** Skips this goal: {@code -Dinvowk.provision.skip}. */
    @Parameter(property = "invowk.provision.skip", defaultValue = "false")
    private boolean skipProvision;

    @Override
    boolean skipGoal() {
        return skipProvision;
    }

    @Override
    void perform(Invowk invowk) throws Exception {
        invowk.provision(new ProvisionRequest(
                cmd,
                args.stream().map(arg -> Objects.requireNonNullElse(arg, "")).toList(),
                Optional.ofNullable(from),
                Optional.ofNullable(tag),
                forceRebuild,
                engines,
                engineTimeout,
                report(reportFile, "provision.json")));
    }
}
