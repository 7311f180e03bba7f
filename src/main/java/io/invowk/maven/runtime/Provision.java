// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.engine.BakedImage;
import io.invowk.maven.engine.ContainerSpec;
import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.engine.EngineResult;
import io.invowk.maven.engine.Images;
import io.invowk.maven.invkfile.Argument;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.process.Stdio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds images that hold a container command and its project, so that a container engine alone can run it. */
public final class Provision {
    private final Images images;

    /** Builds by an engine. */
    public Provision(Images images) {
        this.images = images;
    }

    /**
     * Makes sure that the image of a command is there.
     *
     * @param plan for a container; its words are those that the command gets when it is given none
     * @param arguments that the command declares
     * @param name further name of the image, with a tag
     * @return the engine's report on that image
     * @throws UserException if it cannot be built
     * @throws EngineUnavailableException if no container engine can build it
     */
    public EngineReport provision(ExecutionPlan plan, List<Argument> arguments, Optional<String> name, Stdio stdio)
            throws EngineUnavailableException {
        if (!(plan.runtime() instanceof RuntimeConfig.Container config)) {
            throw new IllegalArgumentException("no plan for a container: " + plan.runtime());
        }
        try {
            ContainerSpec.Image base = BaseImage.of(plan, config.image());
            EngineResult provided = images.provide(base, plan.forceRebuild(), stdio);
            refuseFailure(plan, config, provided);
            String baseName = provided.report().image().orElseThrow();
            EngineResult baked = images.bake(image(plan, arguments, baseName, name), plan.forceRebuild(), stdio);
            Optional<String> cause = baked.report().cause();
            if (cause.isPresent()
                    && (cause.get().equals("build-failed") || cause.get().equals("engine-failed"))) {
                throw bakeFailure(plan, baked.report());
            }
            refuseFailure(plan, config, baked);
            return baked.report();
        } catch (IOException e) {
            throw RunFailure.of(plan, e);
        }
    }

    private static void refuseFailure(ExecutionPlan plan, RuntimeConfig.Container config, EngineResult result)
            throws EngineUnavailableException {
        Optional<String> cause = result.report().cause();
        if (cause.isPresent()) {
            throw StartFailure.exception(plan, config, result.report(), cause.get());
        }
        if (result.status().value() != 0) {
            throw new UserException(Diagnostic.at(
                    plan.definedAt(),
                    "the engine ended before the image of command " + Quoted.of(plan.command())
                            + " was there: exit status " + result.status().value()));
        }
    }

    private static UserException bakeFailure(ExecutionPlan plan, EngineReport report) {
        Diagnostic problem = Diagnostic.at(
                plan.definedAt(), "no image for command " + Quoted.of(plan.command()) + " could be built");
        return new UserException(report.error()
                .map(error -> problem.note(report.values().getOrDefault("engine", "the engine") + ": " + error))
                .orElse(problem)
                .help("the output of the build is above; check invowk.tag, too"));
    }

    private static BakedImage image(ExecutionPlan plan, List<Argument> arguments, String base, Optional<String> name) {
        ContainerCommand command = ContainerCommand.of(plan);
        List<String> words = new ArrayList<>(command.program());
        command.script().ifPresent(script -> words.set(words.size() - 1, BakedImage.SCRIPTS + "/" + script.name()));
        Path workspace = plan.baseDirectory().normalize();
        Optional<Path> needed =
                plan.interpreter().isPresent() && command.script().isEmpty()
                        ? plan.script().file().map(Path::normalize)
                        : Optional.empty();
        return new BakedImage(
                base,
                workspace,
                needed,
                EntryScript.of(plan, arguments, words),
                plan.environment(),
                command.script(),
                name);
    }
}
