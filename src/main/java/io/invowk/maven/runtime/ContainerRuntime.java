// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.engine.ContainerSpec;
import io.invowk.maven.engine.Engine;
import io.invowk.maven.engine.EngineResult;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.process.Stdio;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Runs commands in containers, through the engine.
 *
 * <p>Variables whose name no shell can set (a dot or a dash in it) do not reach the container.
 */
public final class ContainerRuntime implements CommandRuntime {
    private final Engine engine;
    private final BooleanSupplier terminal;
    private final Optional<HostAccess> access;

    /**
     * A runtime that uses an engine.
     *
     * @param terminal whether standard input and standard output are terminals; asked for inherited streams only
     * @param access to this machine, for commands that ask for it
     */
    public ContainerRuntime(Engine engine, BooleanSupplier terminal, Optional<HostAccess> access) {
        this.engine = engine;
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Outcome run(ExecutionPlan plan, Stdio stdio) throws EngineUnavailableException {
        if (!(plan.runtime() instanceof RuntimeConfig.Container config)) {
            throw new IllegalArgumentException("no plan for a container: " + plan.runtime());
        }
        Instant started = Instant.now();
        EngineResult result = call(plan, config, stdio);
        Optional<String> cause = result.report().cause();
        if (cause.isPresent()) {
            throw StartFailure.exception(plan, config, result.report(), cause.get());
        }
        if (result.report().outcome().isEmpty()) {
            throw new UserException(Diagnostic.at(
                            plan.definedAt(),
                            "the engine ended before " + command(plan) + ": exit status "
                                    + result.status().value())
                    .help("its output is above; what it left is removed by the next run"));
        }
        if (result.report().outcome().get().equals("interrupted")
                && result.report().error().isPresent()) {
            throw new UserException(
                    Diagnostic.at(plan.definedAt(), command(plan) + " was interrupted")
                            .note(result.report().error().get())
                            .help(
                                    "the container engine's own program was killed: look who did it, or whether memory was short"));
        }
        return new Outcome(
                RuntimeKind.CONTAINER,
                result.status().value(),
                result.report().outcome().get().equals("timed-out"),
                started,
                Instant.now(),
                Optional.of(result.report()));
    }

    private EngineResult call(ExecutionPlan plan, RuntimeConfig.Container config, Stdio stdio) {
        ContainerCommand command = ContainerCommand.of(plan);
        if (config.enableHostSsh() && access.isEmpty()) {
            throw new IllegalArgumentException("no access to this machine for " + command(plan));
        }
        Optional<HostAccess> wanted = config.enableHostSsh() ? access : Optional.empty();
        try {
            ContainerSpec spec = new ContainerSpec(
                    BaseImage.of(plan, config.image()),
                    plan.forceRebuild(),
                    plan.baseDirectory().normalize(),
                    WorkspacePath.of(plan.baseDirectory(), plan.workdir()),
                    ContainerVolumes.of(config.volumes(), plan.baseDirectory()),
                    config.ports(),
                    wanted.map(HostAccess::port),
                    environment(plan, wanted),
                    command.script(),
                    stdio instanceof Stdio.Inherited && terminal.getAsBoolean(),
                    command.words());
            return engine.run(spec, stdio);
        } catch (IOException e) {
            throw RunFailure.of(plan, e);
        }
    }

    /** With the directories where the container has them; variables of the access win over all others. */
    private static Map<String, String> environment(ExecutionPlan plan, Optional<HostAccess> access) {
        Map<String, String> environment = new HashMap<>(plan.environment());
        for (String name : plan.hostPaths()) {
            environment.computeIfPresent(name, (same, path) -> WorkspacePath.of(plan.baseDirectory(), Path.of(path)));
        }
        access.ifPresent(given -> environment.putAll(given.variables()));
        return environment;
    }

    private static String command(ExecutionPlan plan) {
        return "command " + Quoted.of(plan.command());
    }
}
