// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.text.EscapeReader;
import java.io.IOException;
import java.util.List;

/** {@code echo}: options {@code -n}, {@code -e}, {@code -E}. */
final class EchoBuiltin implements Builtin {
    @Override
    public int run(Invocation call) throws IOException {
        List<String> arguments = call.arguments();
        boolean newline = true;
        boolean escapes = call.environment().options.has(Option.XPG_ECHO);
        int at = 0;
        while (at < arguments.size() && isOption(arguments.get(at))) {
            String option = arguments.get(at++);
            for (int i = 1; i < option.length(); i++) {
                switch (option.charAt(i)) {
                    case 'n' -> newline = false;
                    case 'e' -> escapes = true;
                    default -> escapes = false;
                }
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = at; i < arguments.size(); i++) {
            if (i > at) {
                out.append(' ');
            }
            if (!escapes) {
                out.append(arguments.get(i));
                continue;
            }
            EscapeReader.Result result = EscapeReader.read(arguments.get(i), EscapeReader.Dialect.ECHO);
            out.append(result.text());
            if (result.ended()) {
                call.print(out.toString());
                return 0;
            }
        }
        call.print(newline ? out.append('\n').toString() : out.toString());
        return 0;
    }

    private static boolean isOption(String text) {
        if (text.length() < 2 || text.charAt(0) != '-') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if ("neE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
