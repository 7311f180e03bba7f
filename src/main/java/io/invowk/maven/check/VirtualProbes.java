// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.runtime.CommandRuntime;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for tools, and runs custom checks, in the shell that is part of this program: in the directory and with the environment of
 * the command. Files are those of this machine.
 */
final class VirtualProbes implements Probes {
    private final HostProbes files;
    private final ExecutionPlan plan;
    private final Function<Duration, CommandRuntime> shells;
    private final Duration limit;

    /**
     * Probes for a plan.
     *
     * @param shells runs scripts that may take so long; zero: no limit
     * @param limit how long one custom check may run; zero: no limit
     */
    VirtualProbes(HostProbes files, ExecutionPlan plan, Function<Duration, CommandRuntime> shells, Duration limit) {
        this.files = files;
        this.plan = plan;
        this.shells = shells;
        this.limit = limit;
    }

    @Override
    public Optional<String> tool(String name) {
        Outcome outcome = run("command -v -- \"$1\"", List.of(name), new Stdio.Lines(line -> {}, line -> {}));
        return outcome.exitStatus() == 0
                ? Optional.empty()
                : Optional.of("neither on the command's PATH nor in the virtual shell");
    }

    @Override
    public String cureOfTool() {
        return "install it, or put its directory on the command's PATH";
    }

    @Override
    public Optional<String> file(WantedFile file) {
        return files.file(file);
    }

    @Override
    public String cureOfFile() {
        return files.cureOfFile();
    }

    @Override
    public Optional<String> check(DependsOn.Check check) {
        List<String> output = Collections.synchronizedList(new ArrayList<>());
        List<String> errors = Collections.synchronizedList(new ArrayList<>());
        Outcome outcome;
        try {
            outcome = run(check.script(), List.of(), new Stdio.Lines(output::add, errors::add));
        } catch (UserException e) {
            return Optional.of("it cannot be run: " + e.diagnostics().get(0).message());
        }
        if (outcome.timedOut()) {
            return CheckVerdict.late(limit);
        }
        output.addAll(errors);
        return CheckVerdict.of(check, outcome.exitStatus(), String.join("\n", output));
    }

    private Outcome run(String script, List<String> words, Stdio stdio) {
        try {
            return shells.apply(limit).run(plan.forChecks(script, words), stdio);
        } catch (EngineUnavailableException e) {
            throw new IllegalStateException("no engine is asked", e);
        }
    }
}
