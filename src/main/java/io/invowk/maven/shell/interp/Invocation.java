// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.ExpansionException;
import io.invowk.maven.shell.expand.SubscriptText;
import io.invowk.maven.shell.state.ReadOnlyException;
import io.invowk.maven.shell.syntax.Names;
import io.invowk.maven.shell.syntax.Subscript;
import io.invowk.maven.shell.text.ByteText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;

/** One call of a built-in utility. */
final class Invocation {
    private static final int BROKEN_PIPE_STATUS = 128 + 13;

    /** Their commands are the script's own: what those assign is no assignment of the utility. */
    private static final Set<String> EVALUATIONS = Set.of("eval", ".", "source", "command", "builtin");

    private final Interpreter shell;
    private final String name;
    private final List<Operand> operands;
    private final List<String> arguments;

    Invocation(Interpreter shell, String name, List<Operand> operands) {
        this.shell = shell;
        this.name = name;
        this.operands = operands;
        this.arguments = new AbstractList<>() {
            @Override
            public String get(int index) {
                return operands.get(index).text();
            }

            @Override
            public int size() {
                return operands.size();
            }
        };
    }

    /** Runs a utility; what goes wrong becomes a message and an exit status. */
    int run(Builtin builtin) {
        try {
            return builtin.run(this);
        } catch (BrokenPipeException e) {
            throw new ControlFlow.Exit(BROKEN_PIPE_STATUS);
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
            shell.handleSignals();
            return 1;
        } catch (IOException e) {
            return fail(1, Messages.of(e));
        } catch (ReadOnlyException e) {
            if (EVALUATIONS.contains(name)) {
                throw e;
            }
            shell.error(String.valueOf(e.getMessage()));
            if (Builtins.ALL.isSpecial(name)) {
                throw new ControlFlow.SpecialFailure(1);
            }
            return 1;
        } catch (UsageException e) {
            return fail(e.status(), String.valueOf(e.getMessage()));
        } catch (ExpansionException e) {
            if (!e.isArithmetic()) {
                throw e;
            }
            return fail(1, e.getMessage());
        }
    }

    Interpreter shell() {
        return shell;
    }

    Environment environment() {
        return shell.environment();
    }

    /** How the utility was called. */
    String name() {
        return name;
    }

    /** The arguments without the name. */
    List<String> arguments() {
        return arguments;
    }

    /** The arguments, with the assignments among them. */
    List<Operand> operands() {
        return operands;
    }

    /** Writes to standard output. */
    void print(String text) throws IOException {
        OutputStream stream = shell.output(1);
        if (stream == null) {
            throw new IOException("write error: Bad file descriptor");
        }
        stream.write(ByteText.encode(text));
        stream.flush();
    }

    void printLine(String text) throws IOException {
        print(text + "\n");
    }

    /** Refuses what is no name of a variable. */
    void checkName(String text) {
        if (!Names.isName(text)) {
            throw new UsageException(1, text + ": not a valid identifier");
        }
    }

    /** Whether a text is the name of a variable, or of an element: {@code name[subscript]}. */
    static boolean isTarget(String text) {
        return Names.isName(isElement(text) ? text.substring(0, text.indexOf('[')) : text);
    }

    private static boolean isElement(String text) {
        return text.indexOf('[') > 0 && text.endsWith("]");
    }

    /** Gives a target a value. */
    void assign(String target, String value) {
        if (!isElement(target)) {
            shell.expander().assign(target, value);
            return;
        }
        int bracket = target.indexOf('[');
        String array = target.substring(0, bracket);
        Subscript subscript = SubscriptText.parse(target.substring(bracket + 1, target.length() - 1));
        shell.expander().setElement(environment().variables.getWritable(array), subscript, array, value);
    }

    /** Writes a message to standard error; the result is the status. */
    int fail(int status, String message) {
        shell.error(name + ": " + message);
        return status;
    }
}
