// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.check.DependencyChecker;
import io.invowk.maven.config.Settings;
import io.invowk.maven.config.SettingsLoader;
import io.invowk.maven.cue.StringLiteral;
import io.invowk.maven.cuefile.FileProblem;
import io.invowk.maven.cuefile.Reading;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.Discovered;
import io.invowk.maven.discovery.Discovery;
import io.invowk.maven.discovery.Places;
import io.invowk.maven.discovery.SkippedFile;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.engine.CleanCall;
import io.invowk.maven.engine.Diagnosis.Finding;
import io.invowk.maven.engine.Diagnosis.Level;
import io.invowk.maven.engine.DoctorCall;
import io.invowk.maven.engine.EngineCall;
import io.invowk.maven.engine.ImageCall;
import io.invowk.maven.engine.LocateCall;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.plan.ConfigOption;
import io.invowk.maven.process.TerminalProbe;
import io.invowk.maven.runtime.CommandRuntime;
import io.invowk.maven.runtime.ContainerRuntime;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.HostAccess;
import io.invowk.maven.runtime.NativeRuntime;
import io.invowk.maven.runtime.Provision;
import io.invowk.maven.runtime.VirtualRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the plugin can do for one project. */
public final class Invowk {
    private final HostEnvironment host;
    private final Path directory;
    private final SourceSettings sources;
    private final GoalCall call;
    private final Messages messages;
    private final Map<Settings, CommandCatalog> catalogs = new HashMap<>();
    private final Map<Optional<Path>, Settings> configurations = new HashMap<>();

    /**
     * Wires the use cases.
     *
     * @param directory of the project, absolute
     */
    public Invowk(HostEnvironment host, Path directory, SourceSettings sources, GoalCall call, Messages messages) {
        this.host = host;
        this.directory = directory;
        this.sources = sources;
        this.call = call;
        this.messages = messages;
    }

    /**
     * Does what the words of each request ask for, in their order, until one fails.
     *
     * @param ended gets each command that was run
     * @return what to say if a command failed; empty if all succeeded, or the words asked for a list or for help
     * @throws io.invowk.maven.diagnostic.UserException if one cannot be run for a reason the user can mend, or the time of the
     *     goal is over
     * @throws EngineUnavailableException if no container engine can run one
     * @throws IOException if the report cannot be written
     */
    public Optional<String> run(RunGoal goal, BiConsumer<RunRequest, RunResult> ended) throws Exception {
        StdioChoice.Mode mode = Choice.of("invowk.output", goal.output(), StdioChoice.Mode.values());
        ReportFile report = new ReportFile(goal.reportFile(), goal.several());
        report.begin();
        RunSequence sequence = new RunSequence(
                request -> RunCommand.read(catalog(settings(words(request))), request),
                request -> run(request, mode, report));
        return GoalLimit.within(
                Seconds.of("invowk.goalTimeout", goal.timeoutSeconds()), () -> sequence.run(goal.commands(), ended));
    }

    private static List<Word> words(RunRequest request) {
        return CommandWords.of(request.cmd(), request.args());
    }

    private Optional<RunResult> run(RunRequest request, StdioChoice.Mode mode, ReportFile report)
            throws IOException, EngineUnavailableException {
        Settings settings = settings(words(request));
        ContainerSettings container = request.container().orEngines(engines(settings));
        boolean utilities = request.shellUtilities()
                .or(() -> settings.isOn(Settings.BUNDLED_UTILITIES))
                .orElse(true);
        return new RunCommand(
                        host,
                        (kind, access) -> runtime(
                                kind,
                                container,
                                utilities,
                                Seconds.of("invowk.timeout", request.timeoutSeconds()),
                                access),
                        plan -> SshShell.open(host, plan, locate(container)::hostWay),
                        new DependencyChecker(
                                host,
                                directory,
                                Seconds.of("invowk.checkTimeout", request.checkTimeoutSeconds()),
                                (kind, limit) -> runtime(kind, container, utilities, limit, Optional.empty()),
                                locate(container)::rejections,
                                messages::info),
                        () -> StdioChoice.of(mode, call, TerminalProbe::stdinAndStdoutAreTerminals, messages),
                        TerminalProbe::stdinAndStdoutAreTerminals,
                        settings,
                        messages)
                .run(catalog(settings), request, report);
    }

    /** Lists all commands. */
    public void list(boolean verbose) {
        Settings settings = settings(List.of());
        Listing.lines(
                        catalog(settings).entries(),
                        Viewpoint.of(host, settings),
                        verbose || settings.isOn(Settings.VERBOSE).orElse(false))
                .forEach(messages::output);
    }

    /**
     * Describes one command, or lists a group of them.
     *
     * @param cmd words of its name, with the quoting of a shell
     * @throws io.invowk.maven.diagnostic.UserException if there is no such command
     */
    public void describe(String cmd, Optional<String> from) {
        List<Word> words = CommandWords.of(cmd, List.of());
        Settings settings = settings(words);
        DescribeCommand.lines(catalog(settings), words, from, Viewpoint.of(host, settings))
                .forEach(messages::output);
    }

    /**
     * Writes an invkfile to begin with.
     *
     * @throws io.invowk.maven.diagnostic.UserException if there is one
     * @throws IOException if it cannot be written
     */
    public void init() throws IOException {
        messages.output("created " + StarterFile.write(directory));
        messages.info("mvn invowk:list shows its commands");
    }

    /**
     * Checks invkfiles and modules; without any, all that commands of the project come from.
     *
     * @param paths files and directories, absolute
     * @return what to say if some file is not valid; empty if all are
     * @throws IOException if the report cannot be written
     */
    public Optional<String> validate(List<Path> paths, Path reportFile) throws IOException {
        ValidateFiles files = new ValidateFiles(host.cwd(), messages);
        if (!paths.isEmpty()) {
            return files.validate(paths, reportFile);
        }
        Discovered found = find(settings(List.of()));
        found.warnings().forEach(this::warn);
        return files.validate(found, reportFile);
    }

    /**
     * Tells what this plugin has left on this machine, or removes it.
     *
     * @param kinds names of kinds of things; empty: all
     * @param engines names or paths of container engines; empty: the usual ones
     * @param confirmed whether it is removed
     * @return what to say if something could not be done; empty if all was
     * @throws IOException if the engine could not be started
     */
    public Optional<String> clean(List<String> kinds, List<String> engines, boolean confirmed) throws IOException {
        return new CleanUp(new CleanCall(host, engines)::clean, messages).clean(kinds, confirmed);
    }

    /**
     * Tells whether commands can run on this machine, and what is in the way.
     *
     * @return what to say if containers cannot run; empty if they can
     * @throws io.invowk.maven.diagnostic.UserException if the request is not right
     * @throws IOException if the report cannot be written
     */
    public Optional<String> doctor(DoctorRequest request) throws IOException {
        Path file = sources.config().orElse(SettingsLoader.usualFile(host));
        Reading<Settings> reading = SettingsLoader.load(host, sources.config());
        List<Finding> findings = reading.value().isPresent()
                ? List.of()
                : List.of(new Finding(
                        Level.WARNING,
                        "the user's configuration does not count, because something is wrong with it",
                        Optional.of("mvn invowk:config tells what is wrong with " + file)));
        String state = findings.isEmpty() ? (Files.exists(file) ? "read" : "no such file") : "does not count";
        return new Doctor(host, directory, new DoctorCall(host)::diagnose, messages)
                .examine(
                        request.orEngines(engines(reading.value().orElse(Settings.NONE))),
                        new Doctor.OwnFacts(file, state, NativeRuntime.usualShell(host), findings));
    }

    /**
     * Builds the image of a command.
     *
     * @throws io.invowk.maven.diagnostic.UserException if it cannot be built for a reason the user can mend
     * @throws EngineUnavailableException if no container engine can build it
     * @throws IOException if the report cannot be written
     */
    public void provision(ProvisionRequest request) throws IOException, EngineUnavailableException {
        Settings settings = settings(CommandWords.of(request.cmd(), request.args()));
        List<String> engines = request.engines().isEmpty() ? engines(settings) : request.engines();
        Duration engineTimeout = Seconds.of("invowk.engineTimeout", request.engineTimeoutSeconds());
        ImageCall images = new ImageCall(host, engines, engineTimeout, call.session());
        new ProvisionCommand(host, new Provision(images), messages).provision(catalog(settings), request);
    }

    /**
     * Tells what counts beside the invkfiles, and where it is said.
     *
     * @param given what parameters say, by the key of the configuration that they stand above
     */
    public void config(Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>(given);
        if (!sources.searchPaths().isEmpty()) {
            all.put(
                    Settings.SEARCH_PATHS,
                    sources.searchPaths().stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        Path file = sources.config().orElse(SettingsLoader.usualFile(host));
        SettingsText.lines(settings(List.of()), file, all).forEach(messages::output);
    }

    /** The user's configuration; one that is not right does not count, and a warning says so. */
    private Settings settings(List<Word> words) {
        Optional<Path> named = ConfigOption.of(words).map(word -> directory.resolve(word.text()));
        return configurations.computeIfAbsent(named.isPresent() ? named : sources.config(), this::load);
    }

    private Settings load(Optional<Path> named) {
        Reading<Settings> reading = SettingsLoader.load(host, named);
        if (reading.value().isPresent()) {
            return reading.value().get();
        }
        messages.warn("the user's configuration does not count, because something is wrong with it:\n"
                + DiagnosticRenderer.render(
                        reading.problems().stream().map(FileProblem::diagnostic).toList()));
        return Settings.NONE;
    }

    /** The engine that the user prefers comes first; the other one is tried after it. */
    private static List<String> engines(Settings settings) {
        return settings.text(Settings.CONTAINER_ENGINE)
                .map(first -> Stream.of(first, "podman", "docker").distinct().toList())
                .orElse(List.of());
    }

    /** Searched for once a goal and configuration: several commands are of one state of all files, and warnings come once. */
    private CommandCatalog catalog(Settings settings) {
        CommandCatalog known = catalogs.get(settings);
        if (known == null) {
            known = search(settings);
            catalogs.put(settings, known);
        }
        return known;
    }

    private CommandCatalog search(Settings settings) {
        Discovered found = find(settings);
        CommandCatalog catalog = found.catalog();
        found.warnings().forEach(this::warn);
        for (SkippedFile file : found.skipped()) {
            messages.warn("the commands of " + file.name() + " are missing, because something is wrong with it:\n"
                    + DiagnosticRenderer.render(file.diagnostics()));
        }
        return catalog;
    }

    private Discovered find(Settings settings) {
        List<Path> searchPaths = sources.searchPaths().isEmpty()
                ? settings.list(Settings.SEARCH_PATHS).stream()
                        .map(directory::resolve)
                        .toList()
                : sources.searchPaths();
        Map<Path, String> aliases = new LinkedHashMap<>();
        settings.moduleAliases().forEach((path, alias) -> aliases.put(directory.resolve(path), alias));
        return Discovery.find(
                Places.of(directory, sources.instead(), host.home(), searchPaths)
                        .withAliases(aliases),
                host.cwd());
    }

    private void warn(Diagnostic warning) {
        messages.warn(DiagnosticRenderer.renderWarning(warning));
    }

    private LocateCall locate(ContainerSettings container) {
        return new LocateCall(host, container.options(call.session(), Duration.ZERO));
    }

    private CommandRuntime runtime(
            RuntimeKind kind,
            ContainerSettings container,
            boolean utilities,
            Duration timeout,
            Optional<HostAccess> access) {
        return switch (kind) {
            case NATIVE -> new NativeRuntime(host, timeout);
            case CONTAINER ->
                new ContainerRuntime(
                        new EngineCall(host, container.options(call.session(), timeout)),
                        TerminalProbe::stdinAndStdoutAreTerminals,
                        access);
            case VIRTUAL -> new VirtualRuntime(timeout, utilities, StringLiteral::find);
        };
    }
}
