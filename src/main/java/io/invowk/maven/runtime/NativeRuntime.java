// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.plan.Interpreter;
import io.invowk.maven.process.CommandLine;
import io.invowk.maven.process.ExitStatus;
import io.invowk.maven.process.ProcessRunner;
import io.invowk.maven.process.ScratchDirectory;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.process.StopPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs commands on the host: in a shell, or in the interpreter that the command names. */
public final class NativeRuntime implements CommandRuntime {
    private static final String SCRIPT = "invowk-script-";

    private final ProgramSearch programs;
    private final NativeShell shell;
    private final Duration timeout;
    private final ProcessRunner runner = new ProcessRunner(StopPolicy.WHOLE_TREE);

    /**
     * A runtime that finds shells and interpreters by the facts of this machine.
     *
     * @param timeout how long a command may run; zero: no limit
     */
    public NativeRuntime(HostEnvironment host, Duration timeout) {
        this.timeout = timeout;
        this.programs = new ProgramSearch(host);
        this.shell = new NativeShell(host);
    }

    /** The shell of invkfiles that name none; empty if there is none. */
    public static Optional<String> usualShell(HostEnvironment host) {
        return new NativeShell(host).usual();
    }

    @Override
    public Outcome run(ExecutionPlan plan, Stdio stdio) {
        Path workdir = WorkingDirectoryCheck.check(plan);
        Instant started = Instant.now();
        try {
            Optional<ExitStatus> status = plan.interpreter().isPresent()
                    ? interpret(plan, plan.interpreter().get(), workdir, stdio)
                    : start(plan, shell.words(plan), workdir, stdio);
            return new Outcome(
                    RuntimeKind.NATIVE,
                    status.map(ExitStatus::value).orElse(Outcome.TIMED_OUT),
                    status.isEmpty(),
                    started,
                    Instant.now(),
                    Optional.empty());
        } catch (IOException e) {
            throw RunFailure.of(plan, e);
        }
    }

    /** Empty if the command's time was over. */
    private Optional<ExitStatus> interpret(ExecutionPlan plan, Interpreter interpreter, Path workdir, Stdio stdio)
            throws IOException {
        String program = programs.find(interpreter.program(), plan.baseDirectory())
                .map(Path::toString)
                .orElseThrow(() -> missing(plan, interpreter));
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(interpreter.arguments());
        Optional<Path> file = plan.script().file();
        if (file.isPresent()) {
            words.add(file.get().normalize().toString());
            words.addAll(plan.words());
            return start(plan, words, workdir, stdio);
        }
        Path parent = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        try (ScratchDirectory scratch = ScratchDirectory.create(parent, SCRIPT)) {
            // the directory's own name tells the scripts of parallel runs apart
            String name = scratch.path().getFileName() + ProgramName.scriptSuffix(program);
            byte[] text = plan.script().text().getBytes(StandardCharsets.UTF_8);
            words.add(scratch.write(name, text, "rwx------").toString());
            words.addAll(plan.words());
            return start(plan, words, workdir, stdio);
        }
    }

    private static UserException missing(ExecutionPlan plan, Interpreter interpreter) {
        return new UserException(Diagnostic.at(
                        plan.runtime().origin(),
                        "no interpreter " + Quoted.of(interpreter.program()) + " for command "
                                + Quoted.of(plan.command()))
                .note(ProgramSearchNote.of(interpreter.program(), plan.baseDirectory()))
                .help("install it, or change interpreter or the first line of the script"));
    }

    private Optional<ExitStatus> start(ExecutionPlan plan, List<String> words, Path workdir, Stdio stdio)
            throws IOException {
        CommandLine commandLine =
                new CommandLine(words.get(0), words.subList(1, words.size()), plan.environment(), workdir);
        return timeout.isZero() ? Optional.of(runner.run(commandLine, stdio)) : runner.run(commandLine, stdio, timeout);
    }
}
