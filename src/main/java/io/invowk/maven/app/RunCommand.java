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
import io.invowk.maven.process.Stdio;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.Outcome;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Runs one command: words to a plan, the plan to an outcome, the outcome to a report. */
final class RunCommand {
    private final HostEnvironment host;
    private final Runtimes runtimes;
    private final HostShell.Opener shells;
    private final DependencyChecker checker;
    private final Supplier<Stdio> stdio;
    private final BooleanSupplier terminal;
    private final Settings settings;
    private final Messages messages;

    /**
     * Wires a run.
     *
     * @param stdio asked for only when something is started
     * @param terminal whether standard input and standard output are terminals; asked for only if that matters
     * @param settings what counts where the call says nothing
     */
    RunCommand(
            HostEnvironment host,
            Runtimes runtimes,
            HostShell.Opener shells,
            DependencyChecker checker,
            Supplier<Stdio> stdio,
            BooleanSupplier terminal,
            Settings settings,
            Messages messages) {
        this.host = host;
        this.runtimes = runtimes;
        this.shells = shells;
        this.checker = checker;
        this.stdio = stdio;
        this.terminal = terminal;
        this.settings = settings;
        this.messages = messages;
    }

    /** What the words of a request ask for; nothing is done. */
    static Invocation read(CommandCatalog catalog, RunRequest request) {
        return InvocationReader.read(
                catalog,
                CommandWords.of(request.cmd(), request.args()),
                word("invowk.from", request.from()),
                options(request));
    }

    /**
     * Does what the words of a request ask for.
     *
     * @param report gets what came of it, if something was run
     */
    Optional<RunResult> run(CommandCatalog catalog, RunRequest request, ReportFile report)
            throws IOException, EngineUnavailableException {
        Invocation invocation = read(catalog, request);
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
            return Optional.of(run(plan, names(catalog, run.entry()), request, report));
        }
        describe(invocation).forEach(messages::output);
        return Optional.empty();
    }

    /** The runtime of the settings is the default of every command that allows it. */
    private Invocation.Run withDefaults(Invocation.Run run) {
        return viewpoint()
                .defaultRuntime(run.entry().command())
                .map(name -> run.with(run.options().orRuntime(Word.whole(Settings.DEFAULT_RUNTIME, name))))
                .orElse(run);
    }

    private List<String> describe(Invocation invocation) {
        if (invocation instanceof Invocation.Help help) {
            return CommandHelp.lines(help.entry(), viewpoint());
        }
        Invocation.Listing listing = (Invocation.Listing) invocation;
        return Listing.lines(listing.entries(), viewpoint(), listing.verbose());
    }

    private Viewpoint viewpoint() {
        return Viewpoint.of(host, settings);
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

    private RunResult run(ExecutionPlan plan, Set<String> commands, RunRequest request, ReportFile report)
            throws IOException, EngineUnavailableException {
        Stdio streams = stdio.get();
        OutputCapture.Captured captured;
        try (HostShell shell = shells.open(plan)) {
            ExecutionPlan ready = checker.check(plan, commands, hasTerminal(plan, streams, request));
            captured = request.output().run(runtimes.of(plan.runtime().kind(), shell.access()), ready, streams);
        }
        Outcome outcome = captured.outcome();
        report.add(RunReport.of(plan, outcome));
        return new RunResult(
                outcome.exitStatus(),
                isSuccess(outcome, request) ? "" : message(plan, outcome, request),
                captured.output());
    }

    private boolean hasTerminal(ExecutionPlan plan, Stdio streams, RunRequest request) {
        return streams instanceof Stdio.Inherited
                && !request.output().isAsked()
                && !plan.dependsOn().capabilities().isEmpty()
                && terminal.getAsBoolean();
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
