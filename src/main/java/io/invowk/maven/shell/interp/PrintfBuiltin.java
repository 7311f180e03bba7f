// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

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
        if (variable != null && !Invocation.isTarget(variable)) {
            throw new UsageException(variable + ": not a valid identifier");
        }
        FormatRun run = new FormatRun(rest.get(0), rest.subList(1, rest.size()));
        String text = run.result();
        run.problems().forEach(problem -> call.fail(1, problem));
        if (variable == null) {
            call.print(text);
        } else {
            call.assign(variable, text);
        }
        return run.problems().isEmpty() ? 0 : 1;
    }
}
