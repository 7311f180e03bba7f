// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.DependsOn.Capability;
import io.invowk.maven.invkfile.ImageSource;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.invkfile.Volume;
import io.invowk.maven.plan.ExecutionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plan as people read it. Of variables only the names are shown: values may be secrets. */
final class PlanText {
    private PlanText() {}

    static List<String> lines(ExecutionPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("command: " + plan.command() + ", defined at " + plan.definedAt());
        lines.add("runtime: " + plan.runtime().kind().label());
        if (plan.runtime() instanceof RuntimeConfig.Container container) {
            add(container, lines);
        }
        lines.add("script: "
                + plan.script()
                        .file()
                        .map(Object::toString)
                        .orElse(plan.script().origin().toString()));
        plan.interpreter()
                .ifPresent(interpreter -> lines.add("interpreter: "
                        + String.join(" ", interpreter.program(), String.join(" ", interpreter.arguments()))
                                .strip()));
        plan.shell()
                .filter(shell -> plan.runtime().kind() != RuntimeKind.VIRTUAL)
                .ifPresent(shell -> lines.add("default shell: " + shell));
        lines.add("words: " + plan.words().size());
        lines.add("directory: " + plan.workdir());
        lines.add("variables: " + String.join(" ", plan.environment().keySet()));
        addDependencies(plan.dependsOn(), lines);
        return lines;
    }

    /** What a container is made of. */
    static void add(RuntimeConfig.Container container, List<String> lines) {
        lines.add(
                container.image() instanceof ImageSource.Containerfile built
                        ? "containerfile: " + built.path()
                        : "image: " + ((ImageSource.Image) container.image()).name());
        for (Volume volume : container.volumes()) {
            lines.add("volume: " + volume.host() + ":" + volume.container()
                    + (volume.options().isEmpty() ? "" : ":" + volume.options()));
        }
        container.ports().forEach(port -> lines.add("port: " + port));
        if (container.enableHostSsh()) {
            lines.add("host ssh: enabled");
        }
    }

    /** What must be there, by kind. */
    static void addDependencies(DependsOn needs, List<String> lines) {
        needs.envVars().forEach(entry -> lines.add("needs variable: " + names(entry, DependsOn.EnvVar::name)));
        needs.tools().forEach(entry -> lines.add("needs tool: " + names(entry, Function.identity())));
        needs.filepaths().forEach(entry -> lines.add("needs file: " + String.join(" or ", entry.alternatives())));
        needs.capabilities().forEach(entry -> lines.add("needs capability: " + names(entry, Capability::label)));
        needs.customChecks().forEach(entry -> lines.add("needs check: " + names(entry, DependsOn.Check::name)));
        needs.commands().forEach(entry -> lines.add("needs command: " + names(entry, Function.identity())));
    }

    private static <T> String names(DependsOn.Entry<T> entry, Function<T, String> name) {
        return entry.alternatives().stream().map(name).collect(Collectors.joining(" or "));
    }
}
