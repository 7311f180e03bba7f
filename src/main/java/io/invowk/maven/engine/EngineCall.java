// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import io.invowk.maven.process.CommandLine;
import io.invowk.maven.process.ControlPipe;
import io.invowk.maven.process.ExitStatus;
import io.invowk.maven.process.ProcessRunner;
import io.invowk.maven.process.ScratchDirectory;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.process.StopPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls the engine: hands a specification over, passes the command's streams through, reads the report. */
public final class EngineCall implements Engine {
    /** What the engine may need beyond the command's grace to remove the container and to tell how it ended. */
    private static final Duration CLEAN_UP = Duration.ofSeconds(30);

    /** How the name of a call's scratch directory begins. */
    static final String SCRATCH = "call-";

    private static final String ENVIRONMENT = "env";

    private final HostEnvironment host;
    private final EngineOptions options;
    private final Scripts scripts;
    private final ProcessRunner runner;

    /** Where the scripts are. */
    interface Scripts {
        /**
         * The path of the entry point.
         *
         * @param directory of ours, for the case that they must be written first
         * @param call the scratch directory of the call, which keeps them from being removed
         */
        Path entry(Path directory, Path call) throws IOException;
    }

    /** An engine that is called with the given options. */
    public EngineCall(HostEnvironment host, EngineOptions options) {
        this(host, options, EngineScripts::entry);
    }

    EngineCall(HostEnvironment host, EngineOptions options, Scripts scripts) {
        this.host = host;
        this.options = options;
        this.scripts = scripts;
        this.runner =
                new ProcessRunner(new StopPolicy(options.stopGrace().plus(CLEAN_UP), StopPolicy.WHOLE_TREE.grace()));
    }

    @Override
    public EngineResult run(ContainerSpec spec, Stdio stdio) throws IOException {
        Path directory = PrivateDirectory.of(host);
        byte[] environment = EnvFile.bytes(spec.environment());
        ImageArguments image = ImageArguments.of(spec.image(), directory);
        try (ScratchDirectory call = ScratchDirectory.create(directory, SCRATCH)) {
            Path entry = scripts.entry(directory, call.path());
            call.write(ENVIRONMENT, environment, "rw-------");
            ExitStatus status = host.os() == OperatingSystem.WINDOWS
                    ? start(entry, List.of(), spec, image, call, stdio)
                    : startControlled(entry, spec, image, call, stdio);
            return new EngineResult(status, EngineReport.read(report(call)));
        }
    }

    /**
     * With a control pipe, so that the engine ends even if this process is killed; Windows has no such pipes. It is made while the
     * image's context is being looked at.
     */
    private ExitStatus startControlled(
            Path entry, ContainerSpec spec, ImageArguments image, ScratchDirectory call, Stdio stdio)
            throws IOException {
        try (ControlPipe control = ControlPipe.create(call.path().resolve("control"), call.path(), host.env())) {
            return start(entry, List.of("--control", control.path().toString()), spec, image, call, stdio);
        }
    }

    private ExitStatus start(
            Path entry,
            List<String> control,
            ContainerSpec spec,
            ImageArguments image,
            ScratchDirectory call,
            Stdio stdio)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(entry.toString(), "run"));
        arguments.addAll(control);
        arguments.addAll(RunArguments.of(
                spec, options, image, call.path().resolve(ENVIRONMENT), script(spec, call), report(call)));
        return runner.run(new CommandLine("sh", arguments, host.env(), spec.workspace()), stdio);
    }

    private static Path report(ScratchDirectory call) {
        return call.path().resolve("report");
    }

    /** Readable by all, since another user may run in the container; the directory around it is private. */
    private static Optional<Path> script(ContainerSpec spec, ScratchDirectory call) throws IOException {
        if (spec.script().isEmpty()) {
            return Optional.empty();
        }
        ContainerSpec.MountedScript script = spec.script().get();
        Files.createDirectory(call.path().resolve("script"));
        byte[] text = script.text().getBytes(StandardCharsets.UTF_8);
        return Optional.of(call.write("script/" + script.name(), text, "rwxr-xr-x"));
    }
}
