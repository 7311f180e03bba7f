// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.ByteSource;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.syntax.Command;
import io.invowk.maven.shell.syntax.Redirection;
import io.invowk.maven.shell.syntax.Script;
import io.invowk.maven.shell.syntax.WordPart;
import io.invowk.maven.shell.text.ByteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Runs commands in environments of their own: subshells, pipelines, substitutions, jobs. */
final class Subshells {
    private final Interpreter shell;
    private final Environment environment;

    Subshells(Interpreter shell) {
        this.shell = shell;
        this.environment = shell.environment();
    }

    private Interpreter child() {
        Interpreter child = new Interpreter(environment.forSubshell());
        child.inheritTested(shell);
        return child;
    }

    /** Runs a command in a subshell; its exit status. */
    int run(Command body) {
        shell.enter();
        try {
            Interpreter child = child();
            return child.live(() -> child.run(body));
        } finally {
            shell.leave();
        }
    }

    /** What commands write to standard output, without the line breaks at its end. */
    String output(Script commands) {
        Redirection file = onlyRead(commands);
        byte[] bytes = file == null ? captured(commands) : content(file);
        int length = 0;
        for (byte each : bytes) {
            if (each != 0) {
                bytes[length++] = each;
            }
        }
        while (length > 0 && bytes[length - 1] == '\n') {
            length--;
        }
        return ByteText.decode(bytes, 0, length);
    }

    private byte[] captured(Script commands) {
        shell.enter();
        try {
            CaptureStream capture = new CaptureStream();
            OpenFile file = OpenFile.writing(capture);
            Interpreter child = child();
            child.environment().descriptors.set(1, file);
            environment.substitutionStatus = child.live(() -> child.runScript(commands));
            file.awaitUnused();
            return capture.toByteArray();
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            shell.leave();
        }
    }

    /** The redirection of {@code $(<file)}; null if the commands are others. */
    private static @Nullable Redirection onlyRead(Script commands) {
        if (commands.lines().size() != 1 || !(commands.lines().get(0).command() instanceof Command.Simple simple)) {
            return null;
        }
        boolean alone = simple.words().isEmpty()
                && simple.assignments().isEmpty()
                && simple.redirections().size() == 1
                && simple.redirections().get(0).operator() == Redirection.Operator.READ;
        return alone ? simple.redirections().get(0) : null;
    }

    private byte[] content(Redirection redirection) {
        environment.substitutionStatus = 1;
        try (Redirector.Undo undo = shell.redirector().apply(List.of(redirection))) {
            OpenFile file = undo.failed() ? null : environment.descriptors.get(redirection.descriptor());
            ByteSource input = file == null ? null : file.input();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (input != null) {
                byte[] buffer = new byte[8192];
                for (int count = input.read(buffer, 0, buffer.length);
                        count >= 0;
                        count = input.read(buffer, 0, buffer.length)) {
                    bytes.write(buffer, 0, count);
                }
                environment.substitutionStatus = 0;
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            shell.error(Messages.of(e));
            return new byte[0];
        }
    }

    /** The exception for a thread that was told to end, to be thrown. */
    private ControlFlow.Exit interrupted() {
        Thread.currentThread().interrupt();
        Signal signal = environment.cancellation.signal();
        return new ControlFlow.Exit(128 + (signal == null ? Signal.INT : signal).number());
    }

    /** Runs commands with a pipe between each two of them; the exit status of the pipeline. */
    int pipeline(List<Command> commands) {
        int last = commands.size() - 1;
        int[] statuses = new int[commands.size()];
        List<Thread> threads = new ArrayList<>();
        shell.enter();
        try {
            OpenFile input = null;
            for (int i = 0; i < last; i++) {
                BytePipe pipe = new BytePipe();
                Interpreter child = child();
                connect(child, input, OpenFile.writing(pipe.writer()));
                input = OpenFile.reading(pipe.reader()).retain();
                int index = i;
                threads.add(startOrClose(child, input, () -> {
                    statuses[index] = child.live(() -> child.run(commands.get(index)));
                }));
            }
            statuses[last] = runLast(commands.get(last), input);
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            shell.leave();
        }
        environment.pipeStatus = statuses;
        return status(statuses);
    }

    /** The last command reads the pipe; with the option it runs in this environment. */
    private int runLast(Command command, @Nullable OpenFile input) {
        if (environment.options.has(Option.LASTPIPE) && input != null) {
            OpenFile before = environment.descriptors.replace(0, input);
            try {
                return shell.runTested(command);
            } finally {
                environment.descriptors.replace(0, before);
                input.release();
            }
        }
        Interpreter child = child();
        connect(child, input, null);
        return child.live(() -> child.run(command));
    }

    /** Gives an environment its ends of pipes; the input comes with a user that is no descriptor. */
    private static void connect(Interpreter child, @Nullable OpenFile input, @Nullable OpenFile output) {
        if (input != null) {
            child.environment().descriptors.set(0, input);
            input.release();
        }
        if (output != null) {
            child.environment().descriptors.set(1, output);
        }
    }

    /** Starts a command of a pipeline; if that cannot be, the pipe's ends are closed, so that no other command waits. */
    private Thread startOrClose(Interpreter child, OpenFile input, Runnable task) {
        try {
            return start(child, task);
        } catch (LimitException e) {
            child.environment().descriptors.closeAll();
            input.release();
            throw e;
        }
    }

    private Thread start(Interpreter child, Runnable task) {
        return environment.session.start("invowk-shell", child.environment().cancellation, task);
    }

    private int status(int[] statuses) {
        int status = statuses[statuses.length - 1];
        if (environment.options.has(Option.PIPEFAIL)) {
            for (int i = statuses.length - 1; i >= 0 && status == 0; i--) {
                status = statuses[i];
            }
        }
        return status;
    }

    /** Runs a command while the shell goes on: POSIX XCU 2.9.3.1. */
    Job background(Command command) {
        Interpreter child = new Interpreter(environment.forJob());
        child.inheritTested(shell);
        child.environment().descriptors.set(0, OpenFile.nothing());
        Job job = start(child, () -> child.run(command));
        environment.jobs.add(job);
        return job;
    }

    private Job start(Interpreter child, IntSupplier life) {
        checkDepth();
        Job job = environment.session.addJob(child.environment().cancellation);
        start(child, () -> {
            int status = 1;
            try {
                status = child.live(life);
            } catch (RuntimeException | Error e) {
                // Noted before the job ends: the run looks for it when all jobs have ended.
                environment.session.crash(e);
            } finally {
                environment.cancellation.forget(job.cancellation());
                job.finish(status);
            }
        });
        return job;
    }

    private void checkDepth() {
        shell.enter();
        shell.leave();
    }

    /** The end of a pipe that leads to or from commands that run from now on. */
    OpenFile pipe(WordPart.ProcessSubstitution process) {
        BytePipe pipe = new BytePipe();
        OpenFile reading = OpenFile.reading(pipe.reader());
        OpenFile writing = OpenFile.writing(pipe.writer());
        Interpreter child = new Interpreter(environment.forJob());
        child.environment().descriptors.set(process.commandsRead() ? 0 : 1, process.commandsRead() ? reading : writing);
        Job job = start(child, () -> child.runScript(process.script()));
        environment.lastJob = job.id();
        return process.commandsRead() ? writing : reading;
    }

    /** A named pipe that leads to or from commands that run from now on. */
    String path(WordPart.ProcessSubstitution process) {
        Interpreter child = new Interpreter(environment.forJob());
        try {
            Fifo fifo = Fifo.create(shell);
            environment.fifos.add(fifo);
            Job job = start(child, () -> {
                child.environment().descriptors.set(process.commandsRead() ? 0 : 1, fifo.open(process.commandsRead()));
                return child.runScript(process.script());
            });
            environment.lastJob = job.id();
            return fifo.path().toString();
        } catch (IOException e) {
            child.environment().descriptors.closeAll();
            throw new LimitException("process substitution: " + Messages.of(e));
        }
    }

    /** Lets go of named pipes that the commands of this environment need no more; the first ones are kept. */
    void releaseFifos(int kept) {
        while (environment.fifos.size() > kept) {
            environment.fifos.remove(environment.fifos.size() - 1).release();
        }
    }
}
