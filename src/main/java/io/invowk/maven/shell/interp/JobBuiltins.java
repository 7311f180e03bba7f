// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code wait}, {@code kill} and {@code jobs}: POSIX XCU; job control there is none. */
final class JobBuiltins {
    private static final int NO_SUCH_JOB = 127;
    private static final int SIGNAL_BASE = 128;
    private static final Set<String> LAST_JOB = Set.of("%%", "%+", "%-");

    private JobBuiltins() {}

    static void addTo(Map<String, Builtin> byName) {
        byName.put("wait", JobBuiltins::await);
        byName.put("kill", JobBuiltins::kill);
        byName.put("jobs", JobBuiltins::jobs);
    }

    private static int await(Invocation call) {
        OptionReader options = new OptionReader(call.arguments(), "fnp:");
        boolean next = false;
        String variable = "";
        for (char option = options.next(); option != '\0'; option = options.next()) {
            next |= option == 'n';
            if (option == 'p') {
                variable = options.value();
                call.checkName(variable);
            }
        }
        List<String> operands = options.rest();
        List<Job> jobs = call.environment().jobs;
        if (operands.isEmpty()) {
            if (next && !jobs.isEmpty()) {
                Job job = jobs.remove(0);
                note(call, variable, job);
                return await(call, job);
            }
            int status = next ? NO_SUCH_JOB : 0;
            for (Job job : List.copyOf(jobs)) {
                await(call, job);
            }
            jobs.clear();
            return status;
        }
        int status = 0;
        for (String operand : operands) {
            if (!isJobOrProcess(operand)) {
                status = call.fail(1, operand + ": not a pid or valid job spec");
                continue;
            }
            Job job = job(call.environment(), operand);
            note(call, variable, job);
            status = job == null ? NO_SUCH_JOB : await(call, job);
        }
        return status;
    }

    /** Tells the script which job it is that {@code wait -p} waits for. */
    private static void note(Invocation call, String variable, @Nullable Job job) {
        if (!variable.isEmpty() && job != null) {
            call.assign(variable, Long.toString(job.id()));
        }
    }

    private static int await(Invocation call, Job job) {
        Session session = call.environment().session;
        try {
            session.setWaiting(call.environment().subshell ? null : Thread.currentThread());
            return job.await();
        } catch (InterruptedException e) {
            Optional<Signal> signal = session.firstPending();
            if (call.environment().cancellation.signal() != null || signal.isEmpty()) {
                Thread.currentThread().interrupt();
            }
            call.shell().handleSignals();
            return SIGNAL_BASE + signal.map(Signal::number).orElse(0);
        } finally {
            session.setWaiting(null);
            if (session.hasPending() && call.environment().cancellation.signal() == null) {
                // It may have come too late to wake this thread; the next blocking call must not take it for itself.
                Thread.interrupted();
            }
        }
    }

    private static boolean isJobOrProcess(String operand) {
        String number = operand.startsWith("%") ? operand.substring(1) : operand;
        return LAST_JOB.contains(operand)
                || WholeNumber.upTo(Long.MAX_VALUE, number).isPresent();
    }

    private static @Nullable Job job(Environment environment, String operand) {
        if (operand.startsWith("%")) {
            int size = environment.jobs.size();
            boolean last = LAST_JOB.contains(operand);
            int number = last
                    ? size
                    : (int) WholeNumber.upTo(size, operand.substring(1)).orElse(0);
            return number == 0 ? null : environment.jobs.get(number - 1);
        }
        long id = Long.parseLong(operand);
        for (Job job : environment.jobs) {
            if (job.id() == id) {
                return job;
            }
        }
        boolean isLast = id == environment.lastJob && id != environment.inheritedJob;
        return isLast ? environment.session.job(id) : null;
    }

    private static int kill(Invocation call) throws IOException {
        List<String> arguments = new ArrayList<>(call.arguments());
        Signal signal = Signal.TERM;
        boolean test = false;
        if (!arguments.isEmpty()
                && arguments.get(0).startsWith("-")
                && arguments.get(0).length() > 1) {
            String option = arguments.remove(0);
            if (option.equals("-l")) {
                return arguments.isEmpty() ? listSignals(call) : nameSignals(call, arguments);
            }
            if (!option.equals("--")) {
                boolean separate = option.equals("-s") || option.equals("-n");
                String name = !separate ? option.substring(1) : arguments.isEmpty() ? "" : arguments.remove(0);
                test = name.equals("0");
                Optional<Signal> named = Signal.named(name);
                if (named.isEmpty() && !test) {
                    return call.fail(1, name + ": invalid signal specification");
                }
                signal = named.orElse(signal);
            }
        }
        if (arguments.isEmpty()) {
            throw new UsageException("usage: kill [-s signal] pid ...");
        }
        int status = 0;
        for (String operand : arguments) {
            status = Math.max(status, send(call, operand, signal, test));
        }
        return status;
    }

    private static int send(Invocation call, String operand, Signal signal, boolean test) {
        Environment environment = call.environment();
        if (!isJobOrProcess(operand)) {
            return call.fail(1, operand + ": arguments must be process or job IDs");
        }
        if (operand.equals(Long.toString(environment.session.processId()))) {
            if (!test) {
                environment.session.signal(signal);
            }
            return 0;
        }
        Job job = job(environment, operand);
        if (job == null && !operand.startsWith("%")) {
            job = environment.session.job(Long.parseLong(operand));
        }
        if (job == null || job.isDone()) {
            return call.fail(1, operand + ": no such job of this shell");
        }
        if (!test && !signal.isIgnoredByDefault()) {
            job.cancellation().cancel(signal);
        }
        return 0;
    }

    static int listSignals(Invocation call) throws IOException {
        StringBuilder out = new StringBuilder();
        for (Signal signal : Signal.values()) {
            out.append(signal.name()).append('\n');
        }
        call.print(out.toString());
        return 0;
    }

    /** The names of the signals with these numbers, or that ended programs with these exit statuses. */
    private static int nameSignals(Invocation call, List<String> numbers) throws IOException {
        int status = 0;
        for (String text : numbers) {
            long number = WholeNumber.upTo(2 * SIGNAL_BASE - 1, text).orElse(0);
            long signal = number > SIGNAL_BASE ? number - SIGNAL_BASE : number;
            Optional<Signal> named = Signal.named(Long.toString(signal));
            if (named.isEmpty()) {
                status = call.fail(1, text + ": invalid signal specification");
            } else {
                call.printLine(named.get().name());
            }
        }
        return status;
    }

    private static int jobs(Invocation call) throws IOException {
        for (Job job : call.environment().jobs) {
            if (!job.isDone()) {
                call.printLine(Long.toString(job.id()));
            }
        }
        return 0;
    }
}
