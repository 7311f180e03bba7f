// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.implementation;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.plan.InvkfileFixture;
import io.invowk.maven.plan.Invocation;
import io.invowk.maven.plan.InvocationReader;
import io.invowk.maven.plan.Planner;
import io.invowk.maven.plan.RunOptions;
import io.invowk.maven.plan.WordSplitter;
import io.invowk.maven.process.CommandLine;
import io.invowk.maven.process.ProcessRunner;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.process.StopPolicy;
import io.invowk.maven.runtime.CommandRuntime;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.Outcome;
import io.invowk.maven.runtime.VirtualRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the dependencies of a command "build" in a directory. A container is a shell of this machine: it runs the script that it is
 * given, in the directory, with the command's environment.
 */
final class Checked {
    final Path directory;
    final List<ExecutionPlan> containers = new ArrayList<>();
    final List<Duration> limits = new ArrayList<>();
    final List<String> chatter = new ArrayList<>();
    Map<String, String> env = Map.of("PATH", "/usr/bin:/bin");
    List<String> shell = List.of("sh");
    List<String> commands = List.of("build");
    Duration limit = Duration.ofSeconds(60);
    Engines engines = Optional::empty;
    boolean terminal;

    Checked(Path directory) {
        this.directory = directory;
    }

    ExecutionPlan run(Needs needs, RuntimeConfig runtime) throws EngineUnavailableException {
        HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, env, directory, directory);
        InvkfileFixture file = new InvkfileFixture()
                .directory(directory)
                .vars(Map.of("IN_FILE", "yes"))
                .with(command("build").dependsOn(needs.build()).with(implementation(runtime)));
        Invocation run = InvocationReader.read(
                file.catalog(),
                WordSplitter.split(new SourceText("invowk.cmd", "build word --force-rebuild")),
                Optional.empty(),
                RunOptions.NONE);
        ExecutionPlan plan = new Planner(host).plan((Invocation.Run) run);
        return new DependencyChecker(host, directory, limit, this::runtime, engines, chatter::add)
                .check(plan, commands, terminal);
    }

    /** What is said of dependencies that are not met; empty if all are. */
    String problem(Needs needs, RuntimeConfig runtime) throws EngineUnavailableException {
        try {
            run(needs, runtime);
            return "";
        } catch (UserException e) {
            return String.valueOf(e.getMessage()).replace(directory.toString(), "$DIR");
        }
    }

    private CommandRuntime runtime(RuntimeKind kind, Duration time) {
        return kind == RuntimeKind.VIRTUAL
                ? new VirtualRuntime(time, true, (origin, text, span) -> Optional.empty())
                : container(time);
    }

    private CommandRuntime container(Duration all) {
        limits.add(all);
        return (plan, stdio) -> {
            containers.add(plan);
            Instant now = Instant.now();
            return new Outcome(RuntimeKind.CONTAINER, inShell(plan, stdio), false, now, now, Optional.empty());
        };
    }

    private int inShell(ExecutionPlan plan, Stdio stdio) {
        try {
            Path script = Files.writeString(
                    directory.resolve("checks.sh"), plan.script().text());
            List<String> words = new ArrayList<>(shell.subList(1, shell.size()));
            words.add(script.toString());
            words.addAll(plan.words());
            Map<String, String> environment = new HashMap<>(plan.environment());
            environment.put("PATH", env.getOrDefault("PATH", ""));
            return new ProcessRunner(StopPolicy.WHOLE_TREE)
                    .run(new CommandLine(shell.get(0), words, environment, directory), stdio)
                    .value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
