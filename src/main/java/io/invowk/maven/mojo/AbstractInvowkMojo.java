// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.GoalCall;
import io.invowk.maven.app.Invowk;
import io.invowk.maven.app.SourceSettings;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.host.HostEnvironment;
import java.io.File;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals share: skipping, the project's directory, and how errors reach Maven. */
abstract class AbstractInvowkMojo extends AbstractMojo {
    /**
     * Skips all goals of this plugin, for example {@code mvn verify -Dinvowk.skip}. One goal alone is skipped with the
     * property of its name, for example {@code -Dinvowk.run.skip}.
     */
    @Parameter(property = "invowk.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipGoal()) {
            getLog().info("skipped: " + (skip ? "invowk.skip" : "invowk." + execution.getGoal() + ".skip") + " is set");
            return;
        }
        try {
            Invowk invowk =
                    new Invowk(HostEnvironment.read(), directory(), sources(), call(), new LogMessages(getLog()));
            if (SiblingFailure.endsBuild(session.getRequest())) {
                performInParallel(invowk);
            } else {
                perform(invowk);
            }
        } catch (MojoFailureException e) {
            throw e;
        } catch (UserException e) {
            throw new MojoFailureException(message(e));
        } catch (RuntimeException e) {
            throw new MojoExecutionException("internal error in invowk, please report: " + e, e);
        } catch (Exception e) {
            throw new MojoExecutionException(message(e), e);
        }
    }

    private void performInParallel(Invowk invowk) throws Exception {
        try (SiblingFailure sibling = SiblingFailure.watch(session)) {
            try {
                perform(invowk);
            } catch (UserException | InterruptedIOException e) {
                throw sibling.seen()
                        ? new MojoFailureException("stopped, because another module of the build failed: " + message(e))
                        : e;
            }
        }
    }

    /** Whether this goal alone is skipped. */
    abstract boolean skipGoal();

    /** Does what the goal is for. What it throws is told to Maven by its kind. */
    abstract void perform(Invowk invowk) throws Exception;

    /** Where commands are looked for. */
    SourceSettings sources() {
        return SourceSettings.NONE;
    }

    final MavenProject project() {
        return project;
    }

    /** The directory of the module, absolute; without a POM the directory that Maven was started in. */
    final Path directory() {
        File basedir = project.getBasedir();
        return (basedir == null ? new File(session.getExecutionRootDirectory()) : basedir)
                .toPath()
                .toAbsolutePath();
    }

    /** The directory that the build was started in, absolute. */
    final Path executionRoot() {
        return Path.of(session.getExecutionRootDirectory()).toAbsolutePath();
    }

    /**
     * Where a report goes, absolute.
     *
     * @param given by the user; if not, {@code name} in the build directory, which has a path only if there is a POM
     */
    final Path report(@Nullable File given, String name) {
        if (given != null) {
            return directory().resolve(given.toPath());
        }
        Path build = project.getBasedir() == null
                ? Path.of("target")
                : Path.of(project.getBuild().getDirectory());
        return directory().resolve(build).resolve("invowk").resolve(name);
    }

    private GoalCall call() {
        return new GoalCall(
                ProcessHandle.current().pid() + "-"
                        + session.getStartTime().toInstant().toEpochMilli(),
                execution.getSource() == MojoExecution.Source.CLI,
                session.getRequest().isInteractiveMode(),
                !getLog().isInfoEnabled(),
                session.getRequest().getDegreeOfConcurrency() > 1,
                session.getProjects().size() > 1 ? project.getArtifactId() : "");
    }

    private static String message(Exception e) {
        return block(Objects.requireNonNullElseGet(e.getMessage(), e::toString));
    }

    /** Maven puts words of its own in front of a message: what has several lines begins below them. */
    static String block(String message) {
        return message.contains("\n") ? "\n" + message : message;
    }
}
