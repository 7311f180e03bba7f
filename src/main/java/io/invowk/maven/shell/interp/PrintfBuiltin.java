// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.SubscriptText;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.syntax.Names;
import java.io.IOException;
import java.util.List;

/** {@code printf}: POSIX XCU printf, with {@code -v}, {@code %q} and {@code %(date)T}. */
final class PrintfBuiltin implements Builtin {
    @Override
    public int run(Invocation call) throws IOException {
        OptionReader reader = new OptionReader(call.arguments(), "v:");
        String variable = null;
        for (char option = reader.next(); option != '\0'; option = reader.next()) {
            variable = reader.value();
        }
        List<String> rest = reader.rest();
        if (rest.isEmpty()) {
            throw new UsageException("usage: printf [-v var] format [arguments]");
        }
        FormatRun run = new FormatRun(rest.get(0), rest.subList(1, rest.size()));
        String text = run.result();
        run.problems().forEach(problem -> call.fail(1, problem));
        if (variable == null) {
            call.print(text);
        } else {
            assign(call, variable, text);
        }
        return run.problems().isEmpty() ? 0 : 1;
    }

    private static void assign(Invocation call, String target, String value) {
        int bracket = target.indexOf('[');
        if (bracket > 0 && target.endsWith("]")) {
            String name = target.substring(0, bracket);
            Variable variable = call.environment().variables.getWritable(name);
            call.shell()
                    .expander()
                    .setElement(
                            variable,
                            SubscriptText.parse(target.substring(bracket + 1, target.length() - 1)),
                            name,
                            value);
        } else if (Names.isName(target)) {
            call.shell().expander().assign(target, value);
        } else {
            throw new UsageException(target + ": not a valid identifier");
        }
    }
}
