// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.state.Variable;
import java.util.List;

/** A variable as the command that makes it, as {@code declare -p} prints it. */
public final class Declaration {
    private Declaration() {}

    /** The command. */
    public static String of(String name, Variable variable) {
        String letters = variable.letters();
        String command = "declare -" + (letters.isEmpty() ? "-" : letters) + " " + name;
        return variable.isAssigned() ? command + assigned(variable) : command;
    }

    private static String assigned(Variable variable) {
        if (!variable.isArray()) {
            return "=" + Quoting.doubleQuote(String.valueOf(variable.value()));
        }
        StringBuilder out = new StringBuilder();
        List<String> keys = variable.keys();
        List<String> values = variable.elements();
        for (int i = 0; i < keys.size(); i++) {
            String key = variable.isAssociative() ? Quoting.quoteIfNeeded(keys.get(i)) : keys.get(i);
            out.append(i == 0 ? "" : " ")
                    .append('[')
                    .append(key)
                    .append("]=")
                    .append(Quoting.doubleQuote(values.get(i)));
        }
        return "=(" + out + (variable.isAssociative() && !keys.isEmpty() ? " )" : ")");
    }
}
