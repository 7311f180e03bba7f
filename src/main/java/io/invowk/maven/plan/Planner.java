// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.Invkfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** From what is asked for to all that is needed to do it. */
public final class Planner {
    private final HostEnvironment host;

    /** Plans for a machine. */
    public Planner(HostEnvironment host) {
        this.host = host;
    }

    /**
     * Plans one run.
     *
     * @throws UserException if the command cannot be run so: arguments, flags, platform, runtime, script file
     */
    public ExecutionPlan plan(Invocation.Run run) {
        FlagValues flags = FlagValues.read(run);
        ArgumentValues arguments = ArgumentValues.read(run);
        return plan(run, flags, arguments.texts(), selection -> {
            Map<String, String> generated = new LinkedHashMap<>(arguments.environment());
            generated.putAll(flags.environment());
            return EnvMerge.merge(host.env(), run.entry(), selection, generated, run.options());
        });
    }

    /**
     * Plans a command that is to run elsewhere, with other words: its environment is what the invkfile sets, and its flags.
     * Without words none are missed.
     *
     * @throws UserException if the command cannot be run so, or variables are given: they may be secrets
     */
    public ExecutionPlan planForImage(Invocation.Run run) {
        if (!run.options().env().isEmpty()) {
            throw new UserException(Diagnostic.of("variables of a call are not put into an image: "
                            + String.join(", ", run.options().env().keySet()))
                    .help("set them in the invkfile, or give them to the container engine: podman run -e NAME"));
        }
        FlagValues flags = FlagValues.read(run);
        List<String> words =
                run.arguments().isEmpty() ? List.of() : ArgumentValues.read(run).texts();
        return plan(run, flags, words, selection -> EnvMerge.ofInvkfile(run.entry(), selection, flags.environment()));
    }

    private ExecutionPlan plan(
            Invocation.Run run,
            FlagValues flags,
            List<String> words,
            Function<Selection, Map<String, String>> environment) {
        CommandEntry entry = run.entry();
        Invkfile invkfile = entry.source().invkfile();
        flags.requireAll();
        flags.matchPatterns();
        Selection selection = Selection.choose(
                entry, Selection.platform(host.os()), run.options().runtime());
        LaterFeatures.refuse(entry, selection);
        ExecutionPlan.ScriptText script =
                ScriptReader.read(selection.implementation().script(), invkfile.directory());
        return new ExecutionPlan(
                entry.name(),
                entry.command().origin(),
                selection.runtime(),
                script,
                InterpreterChoice.of(selection.runtime(), script.text()),
                invkfile.defaultShell().orElse("").isEmpty() ? Optional.empty() : invkfile.defaultShell(),
                words,
                environment.apply(selection),
                invkfile.directory(),
                WorkingDirectory.of(
                        entry, selection.implementation(), run.options().workdir()),
                run.options().forceRebuild());
    }
}
