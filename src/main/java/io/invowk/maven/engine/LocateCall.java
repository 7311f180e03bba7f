// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.process.CommandLine;
import io.invowk.maven.process.ExitStatus;
import io.invowk.maven.process.ProcessRunner;
import io.invowk.maven.process.ScratchDirectory;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.process.StopPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for a container engine as every run does: the engine's verb {@code locate}. */
public final class LocateCall {
    private final HostEnvironment host;
    private final EngineOptions options;
    private final EngineCall.Scripts scripts;
    private final ProcessRunner runner = new ProcessRunner(StopPolicy.WHOLE_TREE);

    /** A search with the engines and the time that the options allow. */
    public LocateCall(HostEnvironment host, EngineOptions options) {
        this(host, options, EngineScripts::entry);
    }

    LocateCall(HostEnvironment host, EngineOptions options, EngineCall.Scripts scripts) {
        this.host = host;
        this.options = options;
        this.scripts = scripts;
    }

    /**
     * Why each candidate was rejected; empty if one can be used.
     *
     * @throws IOException if the engine could not be started, or the thread was interrupted
     */
    public Optional<String> rejections() throws IOException {
        Answer answer = call(List.of());
        return answer.status().isSuccess()
                ? Optional.empty()
                : Optional.of(answer.reasons().isEmpty() ? answer.unexplained() : String.join("; ", answer.reasons()));
    }

    /**
     * How a command in a container reaches this machine: the container engine, and what {@link HostWay#of} reads; or a cause.
     *
     * @throws IOException if the engine could not be started, or the thread was interrupted
     */
    public EngineReport hostWay() throws IOException {
        Answer answer = call(List.of("--host-way"));
        if (answer.status().isSuccess()) {
            return EngineReport.parse(String.join("\n", answer.lines()));
        }
        return new EngineReport(
                Map.of("cause", "engine-unavailable"),
                answer.reasons().isEmpty() ? List.of(answer.unexplained()) : answer.reasons());
    }

    /** What the verb wrote: to standard output, and to standard error. */
    private record Answer(ExitStatus status, List<String> lines, List<String> reasons) {
        String unexplained() {
            return "the engine ended with exit status " + status.value();
        }
    }

    private Answer call(List<String> question) throws IOException {
        Path directory = PrivateDirectory.of(host);
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        List<String> reasons = Collections.synchronizedList(new ArrayList<>());
        try (ScratchDirectory call = ScratchDirectory.create(directory, EngineCall.SCRATCH)) {
            List<String> arguments = new ArrayList<>(
                    List.of(scripts.entry(directory, call.path()).toString(), "locate"));
            arguments.addAll(question);
            options.engines().forEach(engine -> RunArguments.add(arguments, "--engine", engine));
            RunArguments.add(
                    arguments,
                    "--engine-timeout",
                    Long.toString(options.engineTimeout().toSeconds()));
            ExitStatus status = runner.run(
                    new CommandLine("sh", arguments, host.env(), host.cwd()),
                    new Stdio.Lines(lines::add, reasons::add));
            return new Answer(status, lines, reasons);
        }
    }
}
