// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of the engine's verb {@code run}, as the {@code README.md} of the scripts describes them. */
final class RunArguments {
    private RunArguments() {}

    /**
     * All of them.
     *
     * @throws IOException if an image's containerfile or its context cannot be read
     */
    static List<String> of(
            ContainerSpec spec,
            EngineOptions options,
            ImageArguments image,
            Path envFile,
            Optional<Path> script,
            Path report)
            throws IOException {
        List<String> arguments = new ArrayList<>();
        // the way to this machine is that of one container engine
        List<String> engines =
                spec.hostPort().map(port -> List.of(port.way().engine())).orElse(options.engines());
        engines.forEach(engine -> add(arguments, "--engine", engine));
        arguments.addAll(image.await());
        // an image that is named has nothing to be built from
        if (spec.forceRebuild() && spec.image() instanceof ContainerSpec.Image.Built) {
            arguments.add("--force-rebuild");
        }
        add(arguments, "--workspace", spec.workspace().toString());
        add(arguments, "--workdir", spec.workdir());
        spec.volumes().forEach(volume -> add(arguments, "--volume", volume));
        spec.ports().forEach(port -> add(arguments, "--port", port));
        spec.hostPort()
                .ifPresent(port -> add(arguments, "--host-port", port.way().way() + ":" + port.number()));
        add(arguments, "--env-file", envFile.toString());
        script.ifPresent(file -> add(arguments, "--script", file.toString()));
        add(arguments, "--user", options.user().label());
        add(arguments, "--selinux", options.selinux().label());
        if (spec.terminal()) {
            arguments.add("--tty");
        }
        add(arguments, "--stop-grace", Long.toString(options.stopGrace().toSeconds()));
        add(arguments, "--timeout", Long.toString(options.timeout().toSeconds()));
        add(arguments, "--engine-timeout", Long.toString(options.engineTimeout().toSeconds()));
        add(arguments, "--session", options.session());
        add(arguments, "--report", report.toString());
        arguments.add("--");
        arguments.addAll(spec.command());
        return arguments;
    }

    static void add(List<String> arguments, String option, String value) {
        arguments.add(option);
        arguments.add(value);
    }
}
