// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.expand.AssignmentExpander;
import io.invowk.maven.shell.expand.Expander;
import io.invowk.maven.shell.expand.ExpansionException;
import io.invowk.maven.shell.port.FileAccess;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.ReadOnlyException;
import io.invowk.maven.shell.syntax.Command;
import io.invowk.maven.shell.syntax.Parser;
import io.invowk.maven.shell.syntax.Script;
import io.invowk.maven.shell.text.ByteText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Runs commands in one execution environment. */
final class Interpreter {
    /** Exit status of a misused utility, and of a syntax error. */
    static final int USAGE = 2;

    private static final int SIGNAL_BASE = 128;

    private final Environment environment;
    private final Expander expander;
    private final AssignmentExpander assignments;
    private final Redirector redirector;
    private final SimpleCommands simpleCommands;
    private final CompoundCommands compoundCommands;
    private final Subshells subshells;
    /** How many commands around this one keep its failure from ending the shell: POSIX XCU set -e. */
    private int tested;

    private boolean inTrap;

    Interpreter(Environment environment) {
        this.environment = environment;
        this.expander = new Expander(new ShellSurroundings(this));
        this.assignments = new AssignmentExpander(expander);
        this.redirector = new Redirector(this);
        this.simpleCommands = new SimpleCommands(this);
        this.compoundCommands = new CompoundCommands(this);
        this.subshells = new Subshells(this);
    }

    Environment environment() {
        return environment;
    }

    Expander expander() {
        return expander;
    }

    AssignmentExpander assignments() {
        return assignments;
    }

    Redirector redirector() {
        return redirector;
    }

    SimpleCommands simpleCommands() {
        return simpleCommands;
    }

    Subshells subshells() {
        return subshells;
    }

    FileAccess files() {
        return environment.session.files();
    }

    /** Runs one command; its exit status. */
    int run(Command command) {
        if (environment.options.has(Option.NOEXEC)) {
            return environment.status;
        }
        return command.accept(compoundCommands);
    }

    /** Runs a command whose failure is expected. */
    int runTested(Command command) {
        return runTested(() -> run(command));
    }

    /** The same for what runs commands. */
    int runTested(IntSupplier commands) {
        tested++;
        try {
            return commands.getAsInt();
        } finally {
            tested--;
        }
    }

    /** Makes the commands of this environment as expected to fail as those of the one it was copied from. */
    void inheritTested(Interpreter parent) {
        tested = parent.tested;
    }

    /** Notes an exit status, and what follows from a failure that nothing tests. */
    int conclude(int status) {
        environment.status = status;
        if (status != 0 && tested == 0) {
            fail(status);
        }
        if (environment.session.hasPending() || Thread.currentThread().isInterrupted()) {
            handleSignals();
        }
        return status;
    }

    private void fail(int status) {
        String action = environment.traps.get(Traps.ERR);
        boolean known = environment.calls.isEmpty() || environment.options.has(Option.ERRTRACE);
        if (action != null && known && !inTrap) {
            runTrap(action);
        }
        if (environment.options.has(Option.ERREXIT)) {
            throw new ControlFlow.Exit(status);
        }
    }

    /** Runs the actions of signals that came, and ends what was told to end. */
    void handleSignals() {
        Signal ended = environment.cancellation.signal();
        if (ended != null) {
            throw new ControlFlow.Exit(SIGNAL_BASE + ended.number());
        }
        if (environment.subshell) {
            return;
        }
        for (Signal signal : environment.session.takePending()) {
            String action = environment.traps.get(signal.name());
            if (action != null) {
                runTrap(action);
            } else if (!signal.isIgnoredByDefault()) {
                throw new ControlFlow.Exit(SIGNAL_BASE + signal.number());
            }
        }
    }

    /** Runs the action of a trap; the exit status is afterwards what it was. */
    private void runTrap(String action) {
        int status = environment.status;
        boolean outer = inTrap;
        inTrap = true;
        try {
            UserException error =
                    runLines(Parser.parseToError(new SourceText("trap", action), 0, environment.aliases::get));
            if (error != null) {
                report(error);
            }
        } finally {
            inTrap = outer;
            environment.status = status;
        }
    }

    /** Runs a text as far as it can be read; a syntax error behind that is reported, and is one of a special utility. */
    int runText(SourceText source) {
        return runScript(Parser.parseToError(source, 0, environment.aliases::get));
    }

    /** Runs all lines of a script. */
    int runScript(Script script) {
        UserException error = runLines(script);
        if (error != null) {
            report(error);
            throw new ControlFlow.SpecialFailure(USAGE);
        }
        return environment.status;
    }

    /** Runs what was read of a script; when an alias has changed, the rest is read again. The result is the syntax error. */
    private @Nullable UserException runLines(Script script) {
        environment.status = script.lines().isEmpty() ? 0 : environment.status;
        Script current = script;
        int version = environment.aliasVersion;
        int next = 0;
        int shown = 0;
        while (next < current.lines().size()) {
            Script.Line line = current.lines().get(next++);
            if (environment.options.has(Option.VERBOSE)) {
                showLine(script.source().text(), shown, line.end());
            }
            shown = line.end();
            run(line.command());
            if (environment.aliasVersion != version && line.end() > 0) {
                version = environment.aliasVersion;
                current = Parser.parseToError(script.source(), line.end(), environment.aliases::get);
                next = 0;
            }
        }
        return current.error();
    }

    private void showLine(String text, int start, int end) {
        int lineEnd = text.indexOf('\n', Math.max(0, end - 1));
        message(text.substring(Math.min(start, end), lineEnd < 0 ? text.length() : lineEnd)
                .strip());
    }

    /**
     * Runs something as all of this environment's life: to its end, with the trap on exit, closing its descriptors.
     *
     * @return the exit status of the environment
     */
    int live(IntSupplier life) {
        int status;
        try {
            status = guarded(life);
            environment.status = status;
            String action = environment.traps.get(Traps.EXIT);
            if (action != null && environment.cancellation.signal() == null) {
                environment.traps.reset(Traps.EXIT);
                // The action is no part of what is tested.
                tested = 0;
                status = guarded(() -> {
                    runTrap(action);
                    return environment.status;
                });
            }
        } finally {
            environment.descriptors.closeAll();
        }
        return status & 0xff;
    }

    private int guarded(IntSupplier life) {
        try {
            return life.getAsInt();
        } catch (ControlFlow.Exit e) {
            return e.status();
        } catch (ControlFlow.SpecialFailure e) {
            return e.status();
        } catch (ControlFlow.Return e) {
            return e.status();
        } catch (ControlFlow e) {
            return environment.status;
        } catch (LimitException e) {
            if (environment.session.fail()) {
                error(e.getMessage());
            }
            return 1;
        } catch (ExpansionException | ReadOnlyException e) {
            error(String.valueOf(e.getMessage()));
            return 1;
        } catch (UserException e) {
            report(e);
            return USAGE;
        } catch (java.io.UncheckedIOException e) {
            error(Messages.of(e.getCause()));
            return 1;
        }
    }

    /** Notes that something nested begins that may nest without end. */
    void enter() {
        if (++environment.depth > Session.MAX_DEPTH) {
            environment.depth--;
            throw new LimitException(
                    "functions, subshells and sourced files nest more than " + Session.MAX_DEPTH + " deep");
        }
    }

    void leave() {
        environment.depth--;
    }

    /** Writes a message for the user to standard error, with the place of the command. */
    void error(String text) {
        message(environment.name + ": line " + environment.line + ": " + text);
    }

    private void report(UserException e) {
        for (Diagnostic diagnostic : e.diagnostics()) {
            message(DiagnosticRenderer.render(java.util.List.of(diagnostic)));
        }
    }

    /** Writes a line to standard error, if that is open. */
    void message(String text) {
        OpenFile file = environment.descriptors.get(2);
        OutputStream stream = file == null ? null : file.output();
        if (stream != null) {
            try {
                stream.write(ByteText.encode(text + "\n"));
                stream.flush();
            } catch (IOException e) {
                // There is no other place to report it to.
            }
        }
    }

    /** Where a descriptor writes to; null if it is closed. */
    @Nullable
    OutputStream output(int descriptor) {
        OpenFile file = environment.descriptors.get(descriptor);
        return file == null ? null : file.output();
    }
}
