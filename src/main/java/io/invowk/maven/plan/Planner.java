// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.Invkfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
        CommandEntry entry = run.entry();
        Invkfile invkfile = entry.source().invkfile();
        FlagValues flags = FlagValues.read(run);
        ArgumentValues arguments = ArgumentValues.read(run);
        flags.requireAll();
        flags.matchPatterns();
        Selection selection = Selection.choose(
                entry, Selection.platform(host.os()), run.options().runtime());
        LaterFeatures.refuse(entry, selection);
        ExecutionPlan.ScriptText script =
                ScriptReader.read(selection.implementation().script(), invkfile.directory());
        Map<String, String> generated = new LinkedHashMap<>(arguments.environment());
        generated.putAll(flags.environment());
        return new ExecutionPlan(
                entry.name(),
                entry.command().origin(),
                selection.runtime(),
                script,
                InterpreterChoice.of(selection.runtime(), script.text()),
                invkfile.defaultShell().orElse("").isEmpty() ? Optional.empty() : invkfile.defaultShell(),
                arguments.texts(),
                EnvMerge.merge(host.env(), entry, selection, generated, run.options()),
                invkfile.directory(),
                WorkingDirectory.of(
                        entry, selection.implementation(), run.options().workdir()),
                run.options().forceRebuild());
    }
}
