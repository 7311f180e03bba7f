// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.port.FileAccess;
import io.invowk.maven.shell.port.Programs;
import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.syntax.Parser;
import io.invowk.maven.shell.syntax.Script;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of a script, in a thread of its own. */
public final class ShellRun implements AutoCloseable {
    private static final int USUAL_MASK = 022;

    private final Session session;
    private final Environment environment;

    /** Prepares a run with these ports and variables. */
    public ShellRun(Programs programs, FileAccess files, Map<String, String> variables, Path directory) {
        ProcessHandle self = ProcessHandle.current();
        this.session = new Session(
                programs,
                files,
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
     * @throws UserException if it has a syntax error; then nothing ran
     */
    public int run(
            SourceText source, List<String> arguments, InputStream input, OutputStream output, OutputStream errors)
            throws InterruptedException {
        environment.name = source.name();
        environment.positionals = List.copyOf(arguments);
        environment.descriptors.set(0, OpenFile.reading(input));
        environment.descriptors.set(1, OpenFile.writing(new Unclosed(output)));
        environment.descriptors.set(2, OpenFile.writing(new Unclosed(errors)));
        AtomicInteger status = new AtomicInteger();
        Thread thread = session.start("invowk-shell", () -> status.set(live(source)));
        try {
            thread.join();
            session.awaitJobs();
        } catch (InterruptedException e) {
            session.cancel();
            thread.join();
            throw e;
        }
        session.throwCrash();
        return session.hasFailed() ? 1 : status.get();
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

    /** The caller's stream, which stays open. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
