// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.Expander;
import io.invowk.maven.shell.pattern.ShellPattern;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.syntax.ArithmeticText;
import io.invowk.maven.shell.syntax.Command;
import io.invowk.maven.shell.syntax.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs compound commands: POSIX XCU 2.9.2 to 2.9.5, and those of bash. */
final class CompoundCommands implements Command.Visitor {
    private final Interpreter shell;
    private final Environment environment;
    private final Expander expander;

    CompoundCommands(Interpreter shell) {
        this.shell = shell;
        this.environment = shell.environment();
        this.expander = shell.expander();
    }

    @Override
    public int onSimple(Command.Simple command) {
        environment.line = command.line();
        int status = shell.simpleCommands().run(command);
        setPipeStatus(status);
        return shell.conclude(status);
    }

    private void setPipeStatus(int status) {
        if (environment.pipeStatus.length == 1) {
            environment.pipeStatus[0] = status;
        } else {
            environment.pipeStatus = new int[] {status};
        }
    }

    @Override
    public int onSequence(Command.Sequence command) {
        int status = 0;
        for (Command each : command.commands()) {
            status = shell.run(each);
        }
        return status;
    }

    @Override
    public int onBackground(Command.Background command) {
        environment.lastJob = shell.subshells().background(command.command()).id();
        environment.status = 0;
        return 0;
    }

    @Override
    public int onAndOr(Command.AndOr command) {
        int status = shell.runTested(command.left());
        if ((status == 0) == command.and()) {
            status = shell.run(command.right());
        }
        return status;
    }

    @Override
    public int onPipeline(Command.Pipeline command) {
        List<Command> commands = command.commands();
        if (command.negated()) {
            int status = commands.size() == 1
                    ? shell.runTested(commands.get(0))
                    : shell.runTested(() -> shell.subshells().pipeline(commands));
            environment.status = status == 0 ? 1 : 0;
            return environment.status;
        }
        if (commands.size() == 1) {
            environment.status = shell.runTested(commands.get(0));
            return environment.status;
        }
        return shell.conclude(shell.subshells().pipeline(commands));
    }

    @Override
    public int onTimed(Command.Timed command) {
        Times before = Times.now(environment.session);
        Command timed = command.command();
        int status = timed == null ? 0 : shell.run(timed);
        shell.message(Times.now(environment.session).since(before).text(command.posixFormat()));
        return status;
    }

    @Override
    public int onGroup(Command.Group command) {
        return shell.run(command.body());
    }

    @Override
    public int onSubshell(Command.Subshell command) {
        int status = shell.subshells().run(command.body());
        setPipeStatus(status);
        return shell.conclude(status);
    }

    @Override
    public int onIf(Command.If command) {
        if (shell.runTested(command.condition()) == 0) {
            return shell.run(command.then());
        }
        Command otherwise = command.otherwise();
        if (otherwise != null) {
            return shell.run(otherwise);
        }
        environment.status = 0;
        return 0;
    }

    @Override
    public int onLoop(Command.Loop command) {
        int status = 0;
        environment.loops++;
        try {
            for (boolean more = true; more && isWanted(command); ) {
                more = runBody(command.body());
                status = environment.status;
            }
        } finally {
            environment.loops--;
        }
        environment.status = status;
        return status;
    }

    private boolean isWanted(Command.Loop command) {
        while (true) {
            try {
                return (shell.runTested(command.condition()) == 0) != command.until();
            } catch (ControlFlow.Break e) {
                if (e.leaveOne()) {
                    throw e;
                }
                return false;
            } catch (ControlFlow.Continue e) {
                if (e.leaveOne()) {
                    throw e;
                }
            }
        }
    }

    private void checkInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            shell.handleSignals();
        }
    }

    /** Runs the body of a loop once; false if the loop ends. */
    private boolean runBody(Command body) {
        try {
            shell.run(body);
            checkInterrupted();
            return !environment.options.has(Option.NOEXEC);
        } catch (ControlFlow.Break e) {
            if (e.leaveOne()) {
                throw e;
            }
            environment.status = 0;
            return false;
        } catch (ControlFlow.Continue e) {
            if (e.leaveOne()) {
                throw e;
            }
            environment.status = 0;
            return true;
        }
    }

    private List<String> words(@Nullable List<Word> words) {
        return words == null ? environment.positionals : expander.fields(words);
    }

    @Override
    public int onFor(Command.For command) {
        environment.line = command.line();
        List<String> values = words(command.words());
        int status = 0;
        environment.loops++;
        try {
            for (String value : values) {
                shell.simpleCommands().trace("for " + command.name() + "=" + value);
                expander.assign(command.name(), value);
                boolean more = runBody(command.body());
                status = environment.status;
                if (!more) {
                    break;
                }
            }
        } finally {
            environment.loops--;
        }
        environment.status = status;
        return status;
    }

    @Override
    public int onCountingFor(Command.CountingFor command) {
        environment.line = command.line();
        evaluate(command.start());
        int status = 0;
        environment.loops++;
        try {
            while (isTrue(command.condition())) {
                boolean more = runBody(command.body());
                status = environment.status;
                if (!more) {
                    break;
                }
                evaluate(command.step());
            }
        } finally {
            environment.loops--;
        }
        environment.status = status;
        return status;
    }

    private void evaluate(@Nullable ArithmeticText expression) {
        if (expression != null) {
            expander.arithmetic(expression);
        }
    }

    private boolean isTrue(@Nullable ArithmeticText expression) {
        return expression == null || expander.arithmetic(expression) != 0;
    }

    @Override
    public int onSelect(Command.Select command) {
        environment.line = command.line();
        List<String> values = words(command.words());
        Menu menu = new Menu(shell, values);
        int status = 0;
        environment.loops++;
        try {
            for (boolean more = !values.isEmpty(); more; ) {
                if (!menu.ask(command.name())) {
                    status = 1;
                    break;
                }
                more = runBody(command.body());
                status = environment.status;
            }
        } finally {
            environment.loops--;
        }
        environment.status = status;
        return status;
    }

    @Override
    public int onCase(Command.Case command) {
        environment.line = command.line();
        String subject = expander.value(command.word());
        int status = 0;
        Command.Case.Next reached = Command.Case.Next.TEST;
        for (Command.Case.Item item : command.items()) {
            if (reached == Command.Case.Next.FALL_THROUGH || matches(item, subject)) {
                Command body = item.body();
                status = body == null ? 0 : shell.run(body);
                reached = item.next();
                if (reached == Command.Case.Next.END) {
                    break;
                }
            }
        }
        environment.status = status;
        return status;
    }

    private boolean matches(Command.Case.Item item, String subject) {
        for (Word word : item.patterns()) {
            String fixed = word.fixed();
            boolean fold = environment.options.has(Option.NOCASEMATCH);
            if (fixed != null && !fold) {
                if (fixed.equals(subject)) {
                    return true;
                }
                continue;
            }
            ShellPattern pattern = expander.pattern(word, environment.options.has(Option.EXTGLOB), fold);
            if (pattern.matches(subject)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int onFunction(Command.Function command) {
        environment.functions.put(command.name(), command);
        environment.status = 0;
        return 0;
    }

    @Override
    public int onArithmetic(Command.ArithmeticCommand command) {
        environment.line = command.line();
        return shell.conclude(arithmeticStatus(command.expression()));
    }

    private int arithmeticStatus(ArithmeticText expression) {
        try {
            return expander.arithmetic(expression) == 0 ? 1 : 0;
        } catch (io.invowk.maven.shell.expand.ExpansionException e) {
            if (!e.isArithmetic()) {
                throw e;
            }
            shell.error("((: " + e.getMessage());
            return 1;
        }
    }

    @Override
    public int onConditional(Command.ConditionalCommand command) {
        environment.line = command.line();
        return shell.conclude(new ConditionalEvaluator(shell).evaluate(command.expression()));
    }

    @Override
    public int onRedirected(Command.Redirected command) {
        environment.line = command.line();
        try (Redirector.Undo undo = shell.redirector().apply(command.redirections())) {
            if (undo.failed()) {
                return shell.conclude(1);
            }
            return shell.run(command.command());
        }
    }
}
