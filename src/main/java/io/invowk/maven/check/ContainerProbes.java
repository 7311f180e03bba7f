// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.runtime.CommandRuntime;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks for everything in one run of the command's own container; then only tells what was found. */
final class ContainerProbes implements Probes {
    /** What the checks of a run may take beyond the limits of each, until the run counts as stuck. */
    private static final Duration SPARE = Duration.ofSeconds(60);

    private final Map<Object, Optional<String>> problems;

    /** @param problems by what was looked for; empty: it is there */
    private ContainerProbes(Map<Object, Optional<String>> problems) {
        this.problems = problems;
    }

    /**
     * Runs the container.
     *
     * @param containers runs containers whose command may take so long; zero: no limit
     * @param limit how long one custom check may run; zero: no limit
     * @param others takes the lines that no check wrote: they are the engine's
     */
    static ContainerProbes run(
            ExecutionPlan plan,
            boolean withChecks,
            Function<Duration, CommandRuntime> containers,
            Duration limit,
            Consumer<String> others)
            throws EngineUnavailableException {
        ProbeScript script = new ProbeScript(plan.dependsOn(), withChecks);
        String mark = "invowk-" + UUID.randomUUID();
        ProbeOutput out = new ProbeOutput(mark, others);
        ProbeOutput err = new ProbeOutput(mark, others);
        Duration all = limit.isZero()
                ? Duration.ZERO
                : limit.multipliedBy(script.probes().size()).plus(SPARE);
        Outcome outcome = containers
                .apply(all)
                .run(
                        plan.forChecks(script.text(), List.of(mark, Long.toString(limit.toSeconds()))),
                        new Stdio.Lines(out::accept, err::accept));
        Map<Object, Optional<String>> problems = new HashMap<>();
        for (int number = 0; number < script.probes().size(); number++) {
            Object probe = script.probes().get(number);
            Optional<String> answer = out.answer(number);
            if (answer.isPresent()) {
                problems.put(probe, problem(probe, number, answer.get(), out, err, limit));
            }
        }
        if (!out.isDone()) {
            throw cutShort(plan, outcome);
        }
        return new ContainerProbes(problems);
    }

    private static Optional<String> problem(
            Object probe, int number, String answer, ProbeOutput out, ProbeOutput err, Duration limit) {
        if (!(probe instanceof DependsOn.Check check)) {
            return answer.equals(ProbeScript.OK)
                    ? Optional.empty()
                    : Optional.of(ProbeScript.ANSWERS.getOrDefault(answer, answer));
        }
        if (out.isLate(number)) {
            return CheckVerdict.late(limit);
        }
        List<String> lines = new ArrayList<>(out.written(number));
        lines.addAll(err.written(number));
        return CheckVerdict.of(check, Integer.parseInt(answer), String.join("\n", lines));
    }

    private static UserException cutShort(ExecutionPlan plan, Outcome outcome) {
        return new UserException(Diagnostic.at(
                        plan.definedAt(),
                        "the checks of command " + Quoted.of(plan.command()) + " did not come to their end")
                .note(
                        outcome.timedOut()
                                ? "their time was over"
                                : "their container ended with exit status " + outcome.exitStatus())
                .help("look whether a custom check ends its container, or does not end"));
    }

    @Override
    public Optional<String> tool(String name) {
        return problem(name);
    }

    @Override
    public Optional<String> file(WantedFile file) {
        return problem(file);
    }

    @Override
    public Optional<String> check(DependsOn.Check check) {
        return problem(check);
    }

    private Optional<String> problem(Object probe) {
        Optional<String> problem = problems.get(probe);
        if (problem == null) {
            throw new IllegalStateException("not looked for: " + probe);
        }
        return problem;
    }

    @Override
    public String cureOfTool() {
        return "take an image that has it, or install it in a containerfile";
    }

    @Override
    public String cureOfFile() {
        return "create it, or change its permissions; the path is one in the container, a relative one starts from the"
                + " working directory";
    }
}
