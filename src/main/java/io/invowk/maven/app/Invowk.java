// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.check.DependencyChecker;
import io.invowk.maven.cue.StringLiteral;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.Discovery;
import io.invowk.maven.engine.CleanCall;
import io.invowk.maven.engine.EngineCall;
import io.invowk.maven.engine.ImageCall;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.plan.Selection;
import io.invowk.maven.process.TerminalProbe;
import io.invowk.maven.runtime.CommandRuntime;
import io.invowk.maven.runtime.ContainerRuntime;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.NativeRuntime;
import io.invowk.maven.runtime.Provision;
import io.invowk.maven.runtime.VirtualRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that the plugin can do for one project. */
public final class Invowk {
    private final HostEnvironment host;
    private final Path directory;
    private final GoalCall call;
    private final Messages messages;

    /**
     * Wires the use cases.
     *
     * @param directory of the project, absolute
     */
    public Invowk(HostEnvironment host, Path directory, GoalCall call, Messages messages) {
        this.host = host;
        this.directory = directory;
        this.call = call;
        this.messages = messages;
    }

    /**
     * Does what the words of a request ask for.
     *
     * @return how the command ended; empty if the words asked for a list or for help
     * @throws io.invowk.maven.diagnostic.UserException if it cannot be run for a reason the user can mend
     * @throws EngineUnavailableException if no container engine can run it
     * @throws IOException if the report cannot be written
     */
    public Optional<RunResult> run(RunRequest request) throws IOException, EngineUnavailableException {
        return new RunCommand(
                        host,
                        kind -> runtime(kind, request, Seconds.of("invowk.timeout", request.timeoutSeconds())),
                        new DependencyChecker(
                                host,
                                directory,
                                Seconds.of("invowk.checkTimeout", request.checkTimeoutSeconds()),
                                limit -> runtime(RuntimeKind.CONTAINER, request, limit),
                                messages::info),
                        () -> StdioChoice.of(call, TerminalProbe::stdinAndStdoutAreTerminals, messages),
                        messages)
                .run(catalog(), request);
    }

    /** Lists all commands. */
    public void list(boolean verbose) {
        Listing.lines(catalog().entries(), Selection.platform(host.os()), verbose)
                .forEach(messages::output);
    }

    /**
     * Checks invkfiles; without any, that of the project.
     *
     * @param paths files and directories, absolute
     * @return what to say if some file is not valid; empty if all are
     * @throws IOException if the report cannot be written
     */
    public Optional<String> validate(List<Path> paths, Path reportFile) throws IOException {
        return new ValidateFiles(host.cwd(), messages)
                .validate(paths.isEmpty() ? List.of(directory) : paths, reportFile);
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
     * Builds the image of a command.
     *
     * @throws io.invowk.maven.diagnostic.UserException if it cannot be built for a reason the user can mend
     * @throws EngineUnavailableException if no container engine can build it
     * @throws IOException if the report cannot be written
     */
    public void provision(ProvisionRequest request) throws IOException, EngineUnavailableException {
        new ProvisionCommand(host, new Provision(new ImageCall(host, request.engines(), call.session())), messages)
                .provision(catalog(), request);
    }

    private CommandCatalog catalog() {
        return Discovery.project(directory, host.cwd());
    }

    private CommandRuntime runtime(RuntimeKind kind, RunRequest request, Duration timeout) {
        return switch (kind) {
            case NATIVE -> new NativeRuntime(host, timeout);
            case CONTAINER ->
                new ContainerRuntime(
                        new EngineCall(host, request.container().options(call.session(), timeout)),
                        TerminalProbe::stdinAndStdoutAreTerminals);
            case VIRTUAL -> new VirtualRuntime(timeout, request.shellUtilities(), StringLiteral::find);
        };
    }
}
