// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.Invkfile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From what is asked for to all that is needed to do it. */
public final class Planner {
    private final HostEnvironment host;
    private final Path directory;
    private final ProjectVariables project;

    /** Plans for a machine, without a project: relative paths of a call start from where it was made. */
    public Planner(HostEnvironment host) {
        this(host, host.cwd(), ProjectVariables.NONE);
    }

    /**
     * Plans for a project on a machine.
     *
     * @param directory of the project, absolute: relative paths of a call start from it
     */
    public Planner(HostEnvironment host, Path directory, ProjectVariables project) {
        this.host = host;
        this.directory = directory;
        this.project = project;
    }

    /**
     * Plans one run.
     *
     * @throws UserException if the command cannot be run so: arguments, flags, platform, runtime, script file, dotenv files
     */
    public ExecutionPlan plan(Invocation.Run run) {
        FlagValues flags = FlagValues.read(run);
        ArgumentValues arguments = ArgumentValues.read(run);
        return plan(run, flags, arguments.texts(), selection -> {
            Map<String, String> generated = new LinkedHashMap<>(arguments.environment());
            generated.putAll(flags.environment());
            return new EnvMerge(run.entry(), selection, generated).merge(host.env(), project, directory, run.options());
        });
    }

    /**
     * Plans a command that is to run elsewhere, with other words: its environment is what the invkfile sets, and its flags.
     * Without words none are missed.
     *
     * @throws UserException if the command cannot be run so, or has variables of a call or dotenv files: they may be secrets
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
        return plan(run, flags, words, selection -> {
            EnvMerge merge = new EnvMerge(run.entry(), selection, flags.environment());
            refuseFiles(merge.files());
            refuseFiles(run.options().envFiles());
            return merge.ofInvkfile();
        });
    }

    private static void refuseFiles(List<Env.EnvFile> files) {
        if (!files.isEmpty()) {
            throw new UserException(Diagnostic.at(
                            files.get(0).origin(), "dotenv files are not put into an image: they may hold secrets")
                    .help("write what is none into env.vars, and give the rest to the container engine: podman run"
                            + " --env-file FILE"));
        }
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
        ExecutionPlan.ScriptText script =
                ScriptReader.read(selection.implementation().script(), invkfile.directory());
        Map<String, String> variables = environment.apply(selection);
        return new ExecutionPlan(
                entry.name(),
                entry.command().origin(),
                selection.runtime(),
                script,
                InterpreterChoice.of(selection.runtime(), script.text()),
                invkfile.defaultShell().orElse("").isEmpty() ? Optional.empty() : invkfile.defaultShell(),
                words,
                variables,
                hostPaths(variables),
                invkfile.directory(),
                WorkingDirectory.of(
                        entry, selection.implementation(), run.options().workdir()),
                run.options().forceRebuild(),
                invkfile.dependsOn()
                        .and(entry.command().dependsOn())
                        .and(selection.implementation().dependsOn()));
    }

    /** The variables that still have the directory of the project that they were given. */
    private Set<String> hostPaths(Map<String, String> variables) {
        return project.directories().entrySet().stream()
                .filter(directory -> directory.getValue().toString().equals(variables.get(directory.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
