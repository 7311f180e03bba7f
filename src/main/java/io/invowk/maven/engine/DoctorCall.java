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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks whether containers can run on this machine, and what is in the way: the engine's verb {@code doctor}. */
public final class DoctorCall {
    /** How many candidates the engine tries if none are named. */
    private static final int USUAL_ENGINES = 3;

    /** How often one candidate is asked at most; and as often the one that is taken. */
    private static final int QUESTIONS = 4;

    /** For the way out of a sandbox, which has no limit of its own, and for slow machines. */
    private static final Duration BESIDES = Duration.ofSeconds(60);

    private final HostEnvironment host;
    private final EngineCall.Scripts scripts;
    private final ProcessRunner runner = new ProcessRunner(StopPolicy.WHOLE_TREE);

    /** A call on this machine. */
    public DoctorCall(HostEnvironment host) {
        this(host, EngineScripts::entry);
    }

    DoctorCall(HostEnvironment host, EngineCall.Scripts scripts) {
        this.host = host;
        this.scripts = scripts;
    }

    /**
     * Asks.
     *
     * @param workspace the directory that containers are to have, absolute
     * @param engines names or paths of container engines; empty: the engine's own list
     * @param engineTimeout how long a container engine may take for one answer; zero: no limit
     * @param notes takes what the engine says to people
     * @return empty if there was no end to it
     * @throws IOException if the engine could not be started, or the thread was interrupted
     */
    public Optional<Diagnosis> diagnose(
            Path workspace,
            List<String> engines,
            EngineOptions.SelinuxLabels selinux,
            Duration engineTimeout,
            List<String> notes)
            throws IOException {
        Path directory = PrivateDirectory.of(host);
        List<String> lines = new ArrayList<>();
        try (ScratchDirectory call = ScratchDirectory.create(directory, EngineCall.SCRATCH)) {
            Path entry = scripts.entry(directory, call.path());
            List<String> arguments =
                    new ArrayList<>(List.of(entry.toString(), "doctor", "--workspace", workspace.toString()));
            for (String engine : engines) {
                arguments.addAll(List.of("--engine", engine));
            }
            arguments.addAll(List.of("--selinux", selinux.label()));
            arguments.addAll(List.of("--engine-timeout", String.valueOf(engineTimeout.toSeconds())));
            CommandLine commandLine = new CommandLine("sh", arguments, host.env(), host.cwd());
            Stdio stdio = new Stdio.Lines(lines::add, notes::add);
            Optional<ExitStatus> status = engineTimeout.isZero()
                    ? Optional.of(runner.run(commandLine, stdio))
                    : runner.run(commandLine, stdio, limit(engines.size(), engineTimeout));
            return status.map(ended -> Diagnosis.of(lines));
        }
    }

    private static Duration limit(int engines, Duration engineTimeout) {
        int candidates = engines == 0 ? USUAL_ENGINES : engines;
        return engineTimeout.multipliedBy((candidates + 1L) * QUESTIONS).plus(BESIDES);
    }
}
