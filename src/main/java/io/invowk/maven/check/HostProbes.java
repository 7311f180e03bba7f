// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.process.CommandLine;
import io.invowk.maven.process.ExitStatus;
import io.invowk.maven.process.ProcessRunner;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.process.StopPolicy;
import io.invowk.maven.runtime.ProgramSearch;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Looks on this machine, one thing after the other; with its own environment, whatever the script will see. */
final class HostProbes implements Probes {
    private final HostEnvironment host;
    private final ExecutionPlan plan;
    private final Path directory;
    private final Duration limit;

    /**
     * Probes for a plan.
     *
     * @param directory where custom checks run, absolute
     * @param limit how long one custom check may run; zero: no limit
     */
    HostProbes(HostEnvironment host, ExecutionPlan plan, Path directory, Duration limit) {
        this.host = host;
        this.plan = plan;
        this.directory = directory;
        this.limit = limit;
    }

    @Override
    public Optional<String> tool(String name) {
        return new ProgramSearch(host).find(name, directory).isPresent()
                ? Optional.empty()
                : Optional.of("not on PATH");
    }

    @Override
    public String cureOfTool() {
        return "install it, or put its directory on PATH";
    }

    @Override
    public String cureOfFile() {
        return "create it, or change its permissions; a relative path starts from the directory of the invkfile";
    }

    @Override
    public Optional<String> file(WantedFile file) {
        return new HostFile(host, plan.baseDirectory()).problem(file);
    }

    @Override
    public Optional<String> check(DependsOn.Check check) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        CommandLine shell = new CommandLine("sh", List.of("-c", check.script()), host.env(), directory);
        Stdio output = new Stdio.Lines(lines::add, lines::add);
        ProcessRunner runner = new ProcessRunner(StopPolicy.WHOLE_TREE);
        try {
            Optional<ExitStatus> status =
                    limit.isZero() ? Optional.of(runner.run(shell, output)) : runner.run(shell, output, limit);
            return status.isEmpty()
                    ? CheckVerdict.late(limit)
                    : CheckVerdict.of(check, status.get().value(), String.join("\n", lines));
        } catch (InterruptedIOException e) {
            throw new UserException(Diagnostic.at(
                    plan.definedAt(),
                    "command " + Quoted.of(plan.command()) + " was interrupted before it had started"));
        } catch (IOException e) {
            return Optional.of("it could not be started: " + e.getMessage());
        }
    }
}
