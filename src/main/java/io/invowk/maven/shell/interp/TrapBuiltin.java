// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.Quoting;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code trap}: POSIX XCU trap, with {@code ERR}. */
final class TrapBuiltin implements Builtin {
    @Override
    public int run(Invocation call) throws IOException {
        List<String> arguments = call.arguments();
        boolean print = !arguments.isEmpty() && arguments.get(0).equals("-p");
        boolean skip = print || (!arguments.isEmpty() && arguments.get(0).equals("--"));
        if (!arguments.isEmpty() && arguments.get(0).equals("-l")) {
            return JobBuiltins.listSignals(call);
        }
        List<String> rest = skip ? arguments.subList(1, arguments.size()) : arguments;
        if (print || rest.isEmpty()) {
            return show(call, rest);
        }
        boolean resetOnly = rest.size() == 1 || rest.get(0).matches("[0-9]+");
        String action = resetOnly ? "-" : rest.get(0);
        int status = 0;
        for (String text : rest.subList(resetOnly ? 0 : 1, rest.size())) {
            Optional<String> condition = condition(text);
            if (condition.isEmpty()) {
                status = call.fail(1, text + ": invalid signal specification");
            } else if (action.equals("-")) {
                call.environment().traps.reset(condition.get());
            } else {
                call.environment().traps.set(condition.get(), action);
            }
        }
        return status;
    }

    private static Optional<String> condition(String text) {
        if (text.equals("0") || text.equalsIgnoreCase("EXIT")) {
            return Optional.of(Traps.EXIT);
        }
        return text.equalsIgnoreCase(Traps.ERR)
                ? Optional.of(Traps.ERR)
                : Signal.named(text).map(Signal::name);
    }

    private static int show(Invocation call, List<String> conditions) throws IOException {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, String> entry : call.environment().traps.shown().entrySet()) {
            String name = entry.getKey();
            boolean wanted = conditions.isEmpty()
                    || conditions.stream()
                            .anyMatch(
                                    text -> condition(text).filter(name::equals).isPresent());
            if (wanted) {
                out.append("trap -- ").append(Quoting.quote(entry.getValue())).append(' ');
                out.append(name).append('\n');
            }
        }
        call.print(out.toString());
        return 0;
    }
}
