// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.invkfile.Command;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.Implementation;
import io.invowk.maven.invkfile.Invkfile;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.invkfile.RuntimeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that is said about one command, for people. Of variables only the names are shown: values may be secrets. */
final class CommandDescription {
    private final CommandEntry entry;
    private final Viewpoint viewpoint;
    private final List<String> lines = new ArrayList<>();

    private CommandDescription(CommandEntry entry, Viewpoint viewpoint) {
        this.entry = entry;
        this.viewpoint = viewpoint;
    }

    static List<String> lines(CommandEntry entry, Viewpoint viewpoint) {
        CommandDescription description = new CommandDescription(entry, viewpoint);
        description.describe();
        return description.lines;
    }

    private void describe() {
        Invkfile file = entry.source().invkfile();
        Command command = entry.command();
        lines.addAll(CommandHelp.lines(entry, viewpoint));
        lines.add("");
        lines.add("source: " + entry.source().title() + ", full name: " + entry.fullName());
        workdir(file.workdir(), command.workdir()).ifPresent(text -> lines.add("working directory: " + text));
        section("environment, later ones win:", environment(file, command));
        int number = 0;
        for (Implementation implementation : command.implementations()) {
            section("implementation " + ++number + ":", implementation(implementation));
        }
        List<String> needs = new ArrayList<>();
        PlanText.addDependencies(file.dependsOn().and(command.dependsOn()), needs);
        section("depends on:", needs);
    }

    private void section(String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(title);
            content.forEach(line -> lines.add("  " + line));
        }
    }

    private static Optional<String> workdir(Optional<String> file, Optional<String> command) {
        return command.isPresent() ? command : file;
    }

    private static List<String> environment(Invkfile file, Command command) {
        List<String> lines = new ArrayList<>();
        addFiles("of the file", file.env(), lines);
        addFiles("of the command", command.env(), lines);
        addVariables("of the file", file.env(), lines);
        addVariables("of the command", command.env(), lines);
        return lines;
    }

    private static void addFiles(String whose, Env env, List<String> lines) {
        if (!env.files().isEmpty()) {
            lines.add(env.files().stream()
                    .map(file -> file.path() + (file.optional() ? " (may be missing)" : ""))
                    .collect(Collectors.joining(", ", "files " + whose + ": ", "")));
        }
    }

    private static void addVariables(String whose, Env env, List<String> lines) {
        if (!env.vars().isEmpty()) {
            lines.add("variables " + whose + ": " + String.join(", ", env.vars().keySet()));
        }
    }

    private List<String> implementation(Implementation implementation) {
        List<String> lines = new ArrayList<>();
        lines.add("platforms: "
                + implementation.platforms().stream().map(Platform::label).collect(Collectors.joining(", ")));
        lines.add("script: "
                + (implementation.script().isFile()
                        ? implementation.script().text().strip()
                        : implementation.script().origin().toString()));
        for (RuntimeConfig runtime : implementation.runtimes()) {
            lines.add("runtime: " + runtime.kind().label() + (isDefault(runtime) ? "*" : ""));
            List<String> details = new ArrayList<>();
            add(runtime, details);
            details.forEach(detail -> lines.add("  " + detail));
        }
        addFiles("of the implementation", implementation.env(), lines);
        addVariables("of the implementation", implementation.env(), lines);
        implementation.workdir().ifPresent(text -> lines.add("working directory: " + text));
        PlanText.addDependencies(implementation.dependsOn(), lines);
        return lines;
    }

    private boolean isDefault(RuntimeConfig runtime) {
        String name = viewpoint.defaultRuntime(entry.command()).orElse("");
        return entry.command().implementations().stream()
                .filter(implementation -> implementation.platforms().contains(viewpoint.platform()))
                .flatMap(implementation -> implementation.runtimes().stream())
                .filter(candidate -> candidate.kind().label().equals(name))
                .findFirst()
                .filter(first -> first == runtime)
                .isPresent();
    }

    private static void add(RuntimeConfig runtime, List<String> lines) {
        if (runtime instanceof RuntimeConfig.Container container) {
            PlanText.add(container, lines);
            container.interpreter().ifPresent(text -> lines.add("interpreter: " + text));
        } else if (runtime instanceof RuntimeConfig.Native config) {
            config.interpreter().ifPresent(text -> lines.add("interpreter: " + text));
        }
        add(runtime.inherit(), lines);
    }

    private static void add(EnvInherit inherit, List<String> lines) {
        inherit.mode()
                .ifPresent(
                        mode -> lines.add("inherits variables: " + mode.name().toLowerCase(Locale.ROOT)));
        if (!inherit.allow().isEmpty()) {
            lines.add("inherits: " + String.join(", ", inherit.allow()));
        }
        if (!inherit.deny().isEmpty()) {
            lines.add("never inherits: " + String.join(", ", inherit.deny()));
        }
    }
}
