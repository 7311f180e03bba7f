// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.check.DependencyChecker;
import io.invowk.maven.config.Settings;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.plan.Invocation;
import io.invowk.maven.plan.InvocationReader;
import io.invowk.maven.plan.Planner;
import io.invowk.maven.plan.ProjectVariables;
import io.invowk.maven.plan.RunOptions;
import io.invowk.maven.plan.Selection;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs one command: words to a plan, the plan to an outcome, the outcome to a report. */
final class RunCommand {
    private final HostEnvironment host;
    private final Runtimes runtimes;
    private final DependencyChecker checker;
    private final Supplier<Stdio> stdio;
    private final Settings settings;
    private final Messages messages;

    /**
     * Wires a run.
     *
     * @param stdio asked for only when something is started
     * @param settings what counts where the call says nothing
     */
    RunCommand(
            HostEnvironment host,
            Runtimes runtimes,
            DependencyChecker checker,
            Supplier<Stdio> stdio,
            Settings settings,
            Messages messages) {
        this.host = host;
        this.runtimes = runtimes;
        this.checker = checker;
        this.stdio = stdio;
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * Does what the words of a request ask for. The report of an earlier run is taken away first: if there is a report
     * afterwards, it is about this run.
     */
    Optional<RunResult> run(CommandCatalog catalog, RunRequest request) throws IOException, EngineUnavailableException {
        Files.deleteIfExists(request.reportFile());
        Invocation invocation = InvocationReader.read(
                catalog,
                CommandWords.of(request.cmd(), request.args()),
                word("invowk.from", request.from()),
                options(request));
        if (invocation instanceof Invocation.Run run) {
            ExecutionPlan plan = planner(request).plan(withDefaults(run));
            if (request.dryRun()) {
                PlanText.lines(plan).forEach(messages::output);
                return Optional.empty();
            }
            if (run.verbose() || settings.isOn(Settings.VERBOSE).orElse(false)) {
                PlanText.lines(plan).forEach(messages::info);
            } else {
                messages.debug(() -> PlanText.lines(plan));
            }
            return Optional.of(run(plan, names(catalog, run.entry()), request));
        }
        describe(invocation).forEach(messages::output);
        return Optional.empty();
    }

    /** The runtime of the settings is the default of every command that allows it. */
    private Invocation.Run withDefaults(Invocation.Run run) {
        return settings.text(Settings.DEFAULT_RUNTIME)
                .filter(name -> Selection.runtimes(run.entry().command(), Selection.platform(host.os()))
                        .contains(name))
                .map(name -> run.with(run.options().orRuntime(Word.whole(Settings.DEFAULT_RUNTIME, name))))
                .orElse(run);
    }

    private List<String> describe(Invocation invocation) {
        if (invocation instanceof Invocation.Help help) {
            return CommandHelp.lines(help.entry(), Selection.platform(host.os()));
        }
        Invocation.Listing listing = (Invocation.Listing) invocation;
        return Listing.lines(listing.entries(), Selection.platform(host.os()), listing.verbose());
    }

    /** What a command can name in its dependencies: all by their full names, those of its own module also without it. */
    private static Set<String> names(CommandCatalog catalog, CommandEntry entry) {
        Set<String> names = new LinkedHashSet<>();
        for (CommandEntry other : catalog.entries()) {
            names.add(other.fullName());
            if (other.source().module().equals(entry.source().module())) {
                names.add(other.name());
            }
        }
        return names;
    }

    private RunResult run(ExecutionPlan plan, Set<String> commands, RunRequest request)
            throws IOException, EngineUnavailableException {
        Stdio streams = stdio.get();
        ExecutionPlan ready = checker.check(
                plan,
                commands,
                streams instanceof Stdio.Inherited && !request.output().isAsked());
        OutputCapture.Captured captured =
                request.output().run(runtimes.of(plan.runtime().kind()), ready, streams);
        Outcome outcome = captured.outcome();
        JsonFile.write(request.reportFile(), RunReport.of(plan, outcome));
        return new RunResult(
                outcome.exitStatus(),
                isSuccess(outcome, request) ? "" : message(plan, outcome, request),
                captured.output());
    }

    /** A status that is allowed must be the command's own. */
    private static boolean isSuccess(Outcome outcome, RunRequest request) {
        boolean ended = !outcome.timedOut()
                && outcome.engine()
                        .flatMap(EngineReport::outcome)
                        .orElse("exited")
                        .equals("exited");
        return outcome.exitStatus() == 0
                || (ended && request.allowedExitStatuses().contains(outcome.exitStatus()));
    }

    private Planner planner(RunRequest request) {
        return new Planner(
                host,
                request.directory(),
                request.project().map(ProjectFacts::variables).orElse(ProjectVariables.NONE));
    }

    private static String message(ExecutionPlan plan, Outcome outcome, RunRequest request) {
        String command = "command " + Quoted.of(plan.command());
        int limit = request.timeoutSeconds();
        Diagnostic problem = Diagnostic.of(
                        outcome.timedOut()
                                ? command + " timed out after " + limit + (limit == 1 ? " second" : " seconds")
                                : command + " exited with status " + outcome.exitStatus())
                .note("defined at " + plan.definedAt() + ", runtime "
                        + outcome.runtime().label());
        return DiagnosticRenderer.render(List.of(problem.help(
                outcome.timedOut()
                        ? "-Dinvowk.timeout sets the limit in seconds, 0 is none"
                        : "-X shows the interpreter, the directory and the variable names that were used")));
    }

    private static Optional<Word> word(String parameter, Optional<String> text) {
        return text.isPresent() ? Optional.of(Word.whole(parameter, text.get())) : Optional.empty();
    }

    private static List<Env.EnvFile> envFiles(RunRequest request) {
        return request.envFiles().stream()
                .map(text ->
                        Env.EnvFile.of(text, Word.whole("invowk.envFiles", text).place()))
                .toList();
    }

    private static RunOptions options(RunRequest request) {
        return new RunOptions(
                word("invowk.runtime", request.runtime()),
                word("invowk.workdir", request.workdir()),
                envFiles(request),
                request.env(),
                request.envInherit().read(),
                request.forceRebuild());
    }
}
