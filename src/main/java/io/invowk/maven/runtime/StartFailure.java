// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.invkfile.ImageSource;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.Volume;
import io.invowk.maven.plan.ExecutionPlan;
import java.util.Optional;

/** Says, from the engine's report, why a container's command never started. */
final class StartFailure {
    private final ExecutionPlan plan;
    private final RuntimeConfig.Container config;
    private final ImageSource image;
    private final EngineReport report;

    private StartFailure(ExecutionPlan plan, RuntimeConfig.Container config, EngineReport report) {
        this.plan = plan;
        this.config = config;
        this.image = config.image();
        this.report = report;
    }

    /**
     * The exception for a cause.
     *
     * @throws EngineUnavailableException if no container engine answers
     */
    static UserException exception(
            ExecutionPlan plan, RuntimeConfig.Container config, EngineReport report, String cause)
            throws EngineUnavailableException {
        StartFailure failure = new StartFailure(plan, config, report);
        return switch (cause) {
            case "engine-unavailable" -> throw new EngineUnavailableException(failure.noEngine());
            case "usage" ->
                throw new IllegalStateException(
                        "the engine was called wrongly: " + report.error().orElse("it does not say how"));
            default -> new UserException(failure.diagnostic(cause));
        };
    }

    /** No container engine answers: what each candidate said. */
    private Diagnostic noEngine() {
        Diagnostic problem = Diagnostic.of("no container engine for " + command() + " (" + plan.definedAt() + ")");
        for (String reason : report.rejected()) {
            problem = problem.note(reason);
        }
        return problem.help(cureOr("start docker, install podman")
                + ", or use -Dinvowk.runtime=native; invowk:doctor explains each finding");
    }

    /** Any other cause, with its place and a cure. */
    private Diagnostic diagnostic(String cause) {
        return switch (cause) {
            case "image-not-found" ->
                problem(image.origin(), imageName() + " was not found")
                        .help(cureOr("check the name and the tag; a name without a registry is looked up as " + engine()
                                + " is configured"));
            case "image-access" ->
                problem(image.origin(), "the registry does not give out " + imageName())
                        .help(cureOr("check the name, or log in: " + engine() + " login"));
            case "image-network" ->
                problem(image.origin(), imageName() + " could not be fetched: its registry does not answer")
                        .help(
                                cureOr(
                                        "check the network and the proxy, then run again; an image that is there needs no network"));
            case "build-failed" ->
                problem(image.origin(), imageName() + " could not be built")
                        .help(cureOr("the output of the build is above; mend the containerfile or what it copies"));
            case "forbidden-path" ->
                problem(mountPlace(), "a directory that " + command() + " mounts must not be relabelled for SELinux")
                        .help("mount a directory below it, or use -Dinvowk.selinux=disable");
            case "path-not-shared" ->
                problem(mountPlace(), "a directory that " + command() + " mounts is not the host's")
                        .help(cureOr("use a directory that the sandbox and its host share"));
            case "host-unreachable" ->
                problem(config.origin(), "enable_host_ssh: containers cannot reach this machine")
                        .help(cureOr("remove it, or run the command natively"));
            case "start-failed" ->
                problem(mountPlace(), "the container for " + command() + " could not be started")
                        .help(cureOr("check workdir, volumes and ports, and that the image can run the command"));
            case "engine-hung" ->
                Diagnostic.at(plan.definedAt(), engine() + " hung before " + command() + " had started")
                        .note(report.error().orElse("it does not say in what"))
                        .help("restart its service, or end what holds it up; if it was only slow, give it more seconds:"
                                + " -Dinvowk.engineTimeout");
            default ->
                problem(plan.definedAt(), engine() + " failed before " + command() + " had started")
                        .help(cureOr("the output of " + engine() + " is above; -X shows how it was called"));
        };
    }

    /** The engine's own advice, which fits the error, else a general one. */
    private String cureOr(String general) {
        return report.cure().orElse(general);
    }

    /** The volume whose host path the error names, else the image. */
    private Place mountPlace() {
        String error = report.error().orElse("");
        return config.volumes().stream()
                .filter(Volume::isPath)
                .filter(volume -> error.contains(ContainerVolumes.host(volume, plan.baseDirectory())))
                .map(Volume::origin)
                .findFirst()
                .orElse(image.origin());
    }

    private Diagnostic problem(Place place, String message) {
        Diagnostic problem = Diagnostic.at(place, message);
        Optional<String> error = report.error();
        return error.isPresent() ? problem.note(engine() + ": " + error.get()) : problem;
    }

    private String engine() {
        return report.values().getOrDefault("engine", "the container engine");
    }

    private String command() {
        return "command " + Quoted.of(plan.command());
    }

    private String imageName() {
        return image instanceof ImageSource.Containerfile built
                ? "the image of containerfile " + Quoted.of(built.path())
                : "image " + Quoted.of(((ImageSource.Image) image).name());
    }
}
