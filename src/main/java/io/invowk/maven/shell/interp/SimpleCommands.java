// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.Expander;
import io.invowk.maven.shell.expand.Quoting;
import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.state.Variables;
import io.invowk.maven.shell.syntax.Assignment;
import io.invowk.maven.shell.syntax.Command;
import io.invowk.maven.shell.utility.Utility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs simple commands: POSIX XCU 2.9.1. */
final class SimpleCommands {
    private final Interpreter shell;
    private final Environment environment;
    private final Expander expander;
    private final ProgramRunner programs;
    private final Builtins builtins;

    SimpleCommands(Interpreter shell) {
        this.shell = shell;
        this.environment = shell.environment();
        this.expander = shell.expander();
        this.programs = new ProgramRunner(shell);
        this.builtins = Builtins.ALL;
    }

    ProgramRunner programs() {
        return programs;
    }

    /** Runs one; its exit status. */
    int run(Command.Simple command) {
        int fifos = environment.fifos.size();
        environment.substitutionStatus = -1;
        List<Operand> words = expand(command.words());
        try {
            if (words.isEmpty()) {
                return assignOnly(command);
            }
            return dispatch(command, words);
        } finally {
            shell.subshells().releaseFifos(fifos);
        }
    }

    private List<Operand> expand(List<Command.Argument> arguments) {
        List<Operand> operands = new ArrayList<>(arguments.size());
        List<String> fields = new ArrayList<>();
        for (Command.Argument argument : arguments) {
            Assignment assignment = argument.assignment();
            if (assignment != null && !operands.isEmpty()) {
                operands.add(new Operand(assignment.name(), assignment));
                continue;
            }
            String fixed = argument.word().fixed();
            if (fixed != null) {
                operands.add(new Operand(fixed, null));
            } else {
                expander.addFields(argument.word(), fields);
                fields.forEach(field -> operands.add(new Operand(field, null)));
                fields.clear();
            }
        }
        return operands;
    }

    /** A command without a name: POSIX XCU 2.9.1.2. */
    private int assignOnly(Command.Simple command) {
        for (Assignment assignment : command.assignments()) {
            shell.assignments().assign(assignment);
            if (environment.options.has(Option.XTRACE)) {
                trace(assignment.name() + "="
                        + Quoting.quoteIfNeeded(String.valueOf(environment.variables.value(assignment.name()))));
            }
        }
        if (!command.redirections().isEmpty()) {
            try (Redirector.Undo undo = shell.redirector().apply(command.redirections())) {
                if (undo.failed()) {
                    return 1;
                }
            }
        }
        return Math.max(0, environment.substitutionStatus);
    }

    private int dispatch(Command.Simple command, List<Operand> words) {
        String name = words.get(0).text();
        traceWords(command, words);
        Builtin builtin = builtins.find(name);
        boolean special = builtin != null && builtins.isSpecial(name);
        Command.Function function = special ? null : environment.functions.get(name);
        if (name.equals("exec")) {
            return exec(command, words);
        }
        try (Redirector.Undo undo = shell.redirector().apply(command.redirections())) {
            if (undo.failed()) {
                if (special) {
                    throw new ControlFlow.Exit(1);
                }
                return 1;
            }
            if (special && builtin != null) {
                command.assignments().forEach(shell.assignments()::assign);
                return runBuiltin(builtin, name, words);
            }
            if (command.assignments().isEmpty()) {
                return call(function, builtin, name, words);
            }
            environment.variables.enterScope();
            try {
                command.assignments().forEach(this::assignForCommand);
                return call(function, builtin, name, words);
            } finally {
                environment.variables.leaveScope();
            }
        }
    }

    private int call(Command.@Nullable Function function, @Nullable Builtin builtin, String name, List<Operand> words) {
        if (function != null) {
            return callFunction(function, texts(words, 1));
        }
        return builtin != null ? runBuiltin(builtin, name, words) : runProgram(name, texts(words, 1));
    }

    /** Runs a utility that is inside, else a program; its exit status. */
    int runProgram(String name, List<String> arguments) {
        Optional<Utility> utility = environment.session.utility(name);
        return utility.isPresent()
                ? new UtilityRunner(shell).run(utility.get(), name, arguments)
                : programs.run(name, arguments);
    }

    private static List<String> texts(List<Operand> words, int from) {
        List<String> texts = new ArrayList<>(words.size());
        for (int i = from; i < words.size(); i++) {
            texts.add(words.get(i).text());
        }
        return texts;
    }

    /** An assignment that only the command sees. */
    private void assignForCommand(Assignment assignment) {
        Variables variables = environment.variables;
        String value = expander.assignedValue(assignment.value());
        String name = variables.target(assignment.name());
        String old = assignment.append() ? variables.value(name) : null;
        Variable variable = variables.declareLocal(name);
        variable.setValue(old == null ? value : old + value);
        variable.set(Attribute.EXPORTED, true);
        if (name.equals("PATH")) {
            environment.remembered.clear();
        }
    }

    /** Runs a function with these positional parameters. */
    int callFunction(Command.Function function, List<String> arguments) {
        shell.enter();
        List<String> outerArguments = environment.positionals;
        int outerLoops = environment.loops;
        environment.positionals = arguments;
        environment.loops = 0;
        environment.calls.push(function.name());
        environment.variables.enterScope();
        try {
            return shell.run(function.body());
        } catch (ControlFlow.Return e) {
            environment.status = e.status();
            return e.status();
        } finally {
            environment.variables.leaveScope();
            environment.calls.pop();
            environment.loops = outerLoops;
            environment.positionals = outerArguments;
            shell.leave();
        }
    }

    private int runBuiltin(Builtin builtin, String name, List<Operand> words) {
        return new Invocation(shell, name, words.subList(1, words.size())).run(builtin);
    }

    /** Runs a command by its name, as {@code command} and {@code builtin} do: functions are passed over. */
    int runWithoutFunctions(List<Operand> words, boolean programsToo) {
        String name = words.get(0).text();
        Builtin builtin = builtins.find(name);
        if (builtin != null) {
            try {
                return runBuiltin(builtin, name, words);
            } catch (ControlFlow.SpecialFailure e) {
                environment.status = e.status();
                return e.status();
            }
        }
        if (!programsToo) {
            shell.error("builtin: " + name + ": not a shell builtin");
            return 1;
        }
        return runProgram(name, texts(words, 1));
    }

    /** {@code exec}: its redirections stay, and a program takes the place of the shell. */
    private int exec(Command.Simple command, List<Operand> words) {
        Redirector.Undo undo = shell.redirector().apply(command.redirections());
        if (undo.failed()) {
            throw new ControlFlow.Exit(1);
        }
        undo.keep();
        command.assignments().forEach(shell.assignments()::assign);
        List<String> arguments = texts(words, 1);
        if (!arguments.isEmpty() && arguments.get(0).equals("--")) {
            arguments.remove(0);
        }
        if (arguments.isEmpty()) {
            return 0;
        }
        command.assignments()
                .forEach(assignment ->
                        environment.variables.get(assignment.name()).set(Attribute.EXPORTED, true));
        int status = runProgram(arguments.get(0), arguments.subList(1, arguments.size()));
        environment.traps.reset(Traps.EXIT);
        throw new ControlFlow.Exit(status);
    }

    private void traceWords(Command.Simple command, List<Operand> words) {
        if (environment.options.has(Option.XTRACE)) {
            StringBuilder line = new StringBuilder();
            for (Assignment assignment : command.assignments()) {
                line.append(assignment.name()).append("=... ");
            }
            for (Operand word : words) {
                line.append(line.isEmpty() ? "" : " ").append(Quoting.quoteIfNeeded(word.text()));
            }
            trace(line.toString());
        }
    }

    /** Writes a line of the trace, if that is on. */
    void trace(String line) {
        if (environment.options.has(Option.XTRACE)) {
            String prompt = environment.variables.value("PS4");
            shell.message((prompt == null ? "" : prompt) + line);
        }
    }
}
