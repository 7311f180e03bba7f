// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.plan.Invocation;
import io.invowk.maven.plan.InvocationReader;
import io.invowk.maven.plan.Planner;
import io.invowk.maven.plan.RunOptions;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.Provision;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the image of one command: words to a plan, the plan to an image, and the report on it. */
final class ProvisionCommand {
    private final HostEnvironment host;
    private final Provision provision;
    private final Messages messages;

    ProvisionCommand(HostEnvironment host, Provision provision, Messages messages) {
        this.host = host;
        this.provision = provision;
        this.messages = messages;
    }

    /** Builds it unless it is there. The report of an earlier call is taken away first. */
    void provision(CommandCatalog catalog, ProvisionRequest request) throws IOException, EngineUnavailableException {
        Files.deleteIfExists(request.reportFile());
        Invocation.Run run = run(catalog, request);
        ExecutionPlan plan = new Planner(host).planForImage(run);
        if (!(plan.runtime() instanceof RuntimeConfig.Container config)) {
            throw new UserException(
                    Diagnostic.at(plan.runtime().origin(), "only a command in a container can be put into an image"));
        }
        messages.debug(() -> PlanText.lines(plan));
        Optional<String> name = request.tag().map(ProvisionCommand::withTag);
        Stdio stdio = new Stdio.Lines(line -> {}, messages::info);
        EngineReport report = provision.provision(plan, run.entry().command().args(), name, stdio);
        String image = name.orElseGet(() -> report.image().orElse(""));
        JsonFile.write(request.reportFile(), content(plan, image, report));
        messages.output(image);
        config.volumes()
                .forEach(volume -> notInTheImage("volume " + volume.host() + ":" + volume.container(), "--volume"));
        config.ports().forEach(port -> notInTheImage("port " + port, "--publish"));
    }

    private void notInTheImage(String what, String option) {
        messages.info("not in the image: " + what + "; give it to the container engine with " + option);
    }

    private static Invocation.Run run(CommandCatalog catalog, ProvisionRequest request) {
        RunOptions options = new RunOptions(
                Optional.of(Word.whole("invowk:provision", RuntimeKind.CONTAINER.label())),
                Optional.empty(),
                List.of(),
                Map.of(),
                EnvInherit.UNSET,
                request.forceRebuild());
        Optional<Word> from = request.from().map(text -> Word.whole("invowk.from", text));
        Invocation invocation =
                InvocationReader.read(catalog, CommandWords.of(request.cmd(), request.args()), from, options);
        if (invocation instanceof Invocation.Run run) {
            return run;
        }
        throw new UserException(
                Diagnostic.of("an image needs a command; its help and lists of commands are given by run")
                        .help("mvn invowk:run with the same words"));
    }

    /** A name without a tag is one with the tag {@code latest}, for every container engine. */
    private static String withTag(String name) {
        return name.indexOf(':', name.lastIndexOf('/') + 1) >= 0 ? name : name + ":latest";
    }

    private static Map<String, Object> content(ExecutionPlan plan, String image, EngineReport report) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("command", plan.command());
        content.put("definedAt", plan.definedAt().toString());
        content.put("image", image);
        content.put("action", report.values().getOrDefault("image_action", ""));
        content.put("engine", report.values().getOrDefault("engine", ""));
        return content;
    }
}
