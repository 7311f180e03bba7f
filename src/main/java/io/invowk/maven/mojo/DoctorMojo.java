// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.DoctorRequest;
import io.invowk.maven.app.Invowk;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether commands can run on this machine, in containers above all, and what is in the way: {@code mvn invowk:doctor}. The
 * goal fails if containers cannot run.
 *
 * <p>Each finding comes first, with its cure. Then the whole picture: the sandbox around Maven and what tells of it; the container
 * engines that were tried, which one {@code invowk:run} takes and why not the others; users and id maps; SELinux; whether the
 * engine has the project's directory, and how that is known; storage; versions. The engines are asked the same questions, in the same
 * order, as by {@code invowk:run}.
 *
 * <p>No container is started, no image pulled, nothing removed. An engine that does not answer is not waited for longer than
 * {@code engineTimeout}.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends AbstractSourcesMojo {
    /**
     * {@code text}, or {@code json} for programs: {@code mvn -q invowk:doctor -Dinvowk.format=json}. If containers cannot run, Maven
     * writes its error behind it; {@code reportFile} has the JSON alone.
     */
    @Parameter(property = "invowk.format", defaultValue = "text")
    private String format;

    /** A file that gets the JSON, too, whatever {@code format} says: {@code -Dinvowk.reportFile=doctor.json}. Without it there is no file. */
    @Parameter(property = "invowk.reportFile")
    private @Nullable File reportFile;

    /**
     * Container engines to try, in this order: names found on the {@code PATH}, or paths, for example
     * {@code -Dinvowk.engines=docker,podman}. Without it podman is tried before docker, as by {@code invowk:run}.
     */
    @Parameter(property = "invowk.engines")
    private List<String> engines = List.of();

    /** How mounts are labelled where SELinux is on, see {@code invowk:run}. */
    @Parameter(property = "invowk.selinux", defaultValue = "private")
    private String selinux;

    /**
     * How many seconds a container engine may take for one answer before it counts as hung; 0: no limit. A busy podman can keep others
     * waiting for a minute with nothing wrong.
     */
    @Parameter(property = "invowk.engineTimeout", defaultValue = "30")
    private int engineTimeout;

    /** Skips this goal: {@code -Dinvowk.doctor.skip}. */
    @Parameter(property = "invowk.doctor.skip", defaultValue = "false")
    private boolean skipDoctor;

    @Parameter(defaultValue = "${maven.version}", readonly = true)
    private String mavenVersion;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String pluginVersion;

    @Override
    boolean skipGoal() {
        return skipDoctor;
    }

    @Override
    void perform(Invowk invowk) throws Exception {
        Optional<String> problem = invowk.doctor(new DoctorRequest(
                engines,
                selinux,
                engineTimeout,
                format,
                Optional.ofNullable(reportFile).map(file -> directory().resolve(file.toPath())),
                mavenVersion,
                pluginVersion));
        if (problem.isPresent()) {
            throw new MojoFailureException(problem.get());
        }
    }
}
