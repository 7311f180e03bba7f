// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.Quoting;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.Options;
import io.invowk.maven.shell.state.Variable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code set}: options and positional parameters; POSIX XCU set. */
final class SetBuiltin implements Builtin {
    @Override
    public int run(Invocation call) throws IOException {
        List<String> arguments = call.arguments();
        if (arguments.isEmpty()) {
            showVariables(call);
            return 0;
        }
        int at = 0;
        boolean positionals = false;
        while (at < arguments.size() && !positionals) {
            String text = arguments.get(at);
            if (text.equals("--")) {
                positionals = true;
                at++;
            } else if (text.equals("-")) {
                call.environment().options.set(Option.XTRACE, false);
                call.environment().options.set(Option.VERBOSE, false);
                at++;
                positionals = at < arguments.size();
                break;
            } else if (text.equals("+")) {
                at++;
                break;
            } else if (text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
                at = setOptions(call, arguments, at);
            } else {
                break;
            }
        }
        if (positionals || at < arguments.size()) {
            call.environment().positionals = List.copyOf(arguments.subList(at, arguments.size()));
            call.environment().positionalVersion++;
        }
        return 0;
    }

    /** Sets the options of one argument; where the next one is. */
    private static int setOptions(Invocation call, List<String> arguments, int at) throws IOException {
        String text = arguments.get(at);
        boolean on = text.charAt(0) == '-';
        Options options = call.environment().options;
        int next = at + 1;
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == 'o') {
                if (next >= arguments.size()) {
                    showOptions(call, on);
                } else {
                    options.set(named(call, arguments.get(next++)), on);
                }
            } else {
                Option option = Option.ofLetter(letter)
                        .orElseThrow(() -> misuse(call, text.charAt(0) + "" + letter + ": invalid option"));
                options.set(option, on);
            }
        }
        return next;
    }

    private static Option named(Invocation call, String label) {
        return Option.named(label, true).orElseThrow(() -> misuse(call, label + ": invalid option name"));
    }

    /** A special built-in utility ends the shell when it is misused: POSIX XCU 2.8.1. */
    private static ControlFlow.SpecialFailure misuse(Invocation call, String message) {
        return new ControlFlow.SpecialFailure(call.fail(Interpreter.USAGE, message));
    }

    private static void showOptions(Invocation call, boolean readable) throws IOException {
        StringBuilder out = new StringBuilder();
        for (Option option : Option.values()) {
            if (option.isOfSet()) {
                boolean on = call.environment().options.has(option);
                out.append(
                        readable
                                ? ShoptBuiltin.line(option, on)
                                : "set " + (on ? "-" : "+") + "o " + option.label() + "\n");
            }
        }
        call.print(out.toString());
    }

    private static void showVariables(Invocation call) throws IOException {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, Variable> entry :
                call.environment().variables.all().entrySet()) {
            Optional.ofNullable(entry.getValue().value())
                    .ifPresent(value -> out.append(entry.getKey())
                            .append('=')
                            .append(Quoting.quoteIfNeeded(value))
                            .append('\n'));
        }
        call.print(out.toString());
    }
}
