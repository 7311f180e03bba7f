// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.port.FileAccess;
import io.invowk.maven.shell.port.Programs;
import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.syntax.Parser;
import io.invowk.maven.shell.syntax.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of a script, in a thread of its own. */
public final class ShellRun implements AutoCloseable {
    private static final int USUAL_MASK = 022;

    private final Session session;
    private final Environment environment;

    /** Prepares a run with these ports and variables. */
    public ShellRun(
            Programs programs, FileAccess files, boolean utilities, Map<String, String> variables, Path directory) {
        ProcessHandle self = ProcessHandle.current();
        this.session = new Session(
                programs,
                files,
                utilities,
                self.pid(),
                self.parent().map(ProcessHandle::pid).orElse(1L));
        this.environment = new Environment(session, "invowk", directory, USUAL_MASK);
        variables.forEach((name, value) -> {
            environment.variables.assign(name, value);
            environment.variables.get(name).set(Attribute.EXPORTED, true);
        });
        Startup.setDefaults(environment);
    }

    /**
     * Runs a script to its end and that of all its jobs.
     *
     * @param limit how long that may take; zero: no limit
     * @return the exit status; empty if the limit was over, and all that ran has ended
     * @throws UserException if it has a syntax error; then nothing ran
     */
    public OptionalInt run(
            SourceText source,
            List<String> arguments,
            InputStream input,
            OutputStream output,
            OutputStream errors,
            Duration limit)
            throws InterruptedException {
        environment.name = source.name();
        environment.positionals = List.copyOf(arguments);
        environment.descriptors.set(0, OpenFile.reading(input));
        environment.descriptors.set(1, OpenFile.writing(new CallerStream(output)));
        environment.descriptors.set(2, OpenFile.writing(new CallerStream(errors)));
        AtomicInteger status = new AtomicInteger();
        Thread thread = session.start("invowk-shell", () -> status.set(live(source)));
        boolean done;
        try {
            done = awaitEnd(thread, limit);
        } catch (InterruptedException e) {
            end(thread);
            throw e;
        }
        if (!done) {
            end(thread);
        }
        session.throwCrash();
        if (!done) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(session.hasFailed() ? 1 : status.get());
    }

    /** Whether the script and its jobs have ended within a limit. */
    private boolean awaitEnd(Thread thread, Duration limit) throws InterruptedException {
        if (limit.isZero()) {
            thread.join();
            return session.awaitJobs(Long.MAX_VALUE);
        }
        long end = System.nanoTime() + limit.toNanos();
        TimeUnit.NANOSECONDS.timedJoin(thread, limit.toNanos());
        return !thread.isAlive() && session.awaitJobs(end);
    }

    /** Ends the script and its jobs. */
    private void end(Thread thread) throws InterruptedException {
        session.cancel();
        thread.join();
        session.awaitJobs(Long.MAX_VALUE);
    }

    private int live(SourceText source) {
        Interpreter shell = new Interpreter(environment);
        Script script = Parser.parse(source, environment.aliases::get);
        return shell.live(() -> shell.runScript(script));
    }

    @Override
    public void close() throws IOException {
        session.close();
    }
}
