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

/** Calls the engine's verb {@code image}. */
public final class ImageCall implements Images {
    private final HostEnvironment host;
    private final List<String> engines;
    private final Duration engineTimeout;
    private final String session;
    private final EngineCall.Scripts scripts;
    private final ProcessRunner runner = new ProcessRunner(StopPolicy.WHOLE_TREE);

    /**
     * An engine for images.
     *
     * @param engines names or paths of container engines, in the order to try; empty: the engine's own order
     * @param engineTimeout how long the container engine may take for one thing, or be silent in a pull or a build; zero: no limit
     * @param session label of what is built
     */
    public ImageCall(HostEnvironment host, List<String> engines, Duration engineTimeout, String session) {
        this(host, engines, engineTimeout, session, EngineScripts::entry);
    }

    ImageCall(
            HostEnvironment host,
            List<String> engines,
            Duration engineTimeout,
            String session,
            EngineCall.Scripts scripts) {
        this.host = host;
        this.engines = List.copyOf(engines);
        this.engineTimeout = engineTimeout;
        this.session = session;
        this.scripts = scripts;
    }

    @Override
    public EngineResult provide(ContainerSpec.Image image, boolean forceRebuild, Stdio stdio) throws IOException {
        Path directory = PrivateDirectory.of(host);
        try (ScratchDirectory call = ScratchDirectory.create(directory, EngineCall.SCRATCH)) {
            boolean again = forceRebuild && image instanceof ContainerSpec.Image.Built;
            return call(directory, call, image, Optional.empty(), again, stdio);
        }
    }

    @Override
    public EngineResult bake(BakedImage image, boolean forceRebuild, Stdio stdio) throws IOException {
        Path directory = PrivateDirectory.of(host);
        try (ScratchDirectory call = ScratchDirectory.create(directory, EngineCall.SCRATCH)) {
            Path context = call.path().resolve("context");
            BakedContext.write(image, context);
            Path containerfile = context.resolve(BakedContext.CONTAINERFILE);
            ContainerSpec.Image built = new ContainerSpec.Image.Built(containerfile, context);
            return call(directory, call, built, image.name(), forceRebuild, stdio);
        }
    }

    private EngineResult call(
            Path directory,
            ScratchDirectory call,
            ContainerSpec.Image image,
            Optional<String> name,
            boolean forceRebuild,
            Stdio stdio)
            throws IOException {
        ImageArguments imageArguments = ImageArguments.of(image, directory);
        Path report = call.path().resolve("report");
        List<String> arguments =
                new ArrayList<>(List.of(scripts.entry(directory, call.path()).toString(), "image"));
        engines.forEach(engine -> RunArguments.add(arguments, "--engine", engine));
        RunArguments.add(arguments, "--engine-timeout", Long.toString(engineTimeout.toSeconds()));
        arguments.addAll(imageArguments.await());
        name.ifPresent(text -> RunArguments.add(arguments, "--name", text));
        if (forceRebuild) {
            arguments.add("--force-rebuild");
        }
        RunArguments.add(arguments, "--session", session);
        RunArguments.add(arguments, "--report", report.toString());
        ExitStatus status = runner.run(new CommandLine("sh", arguments, host.env(), host.cwd()), stdio);
        return new EngineResult(status, EngineReport.read(report));
    }
}
