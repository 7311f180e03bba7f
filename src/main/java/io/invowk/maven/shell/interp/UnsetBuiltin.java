// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.SubscriptText;
import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.ReadOnlyException;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.state.Variables;
import io.invowk.maven.shell.syntax.Names;
import io.invowk.maven.shell.syntax.Subscript;

/** {@code unset}: POSIX XCU unset. */
final class UnsetBuiltin implements Builtin {
    @Override
    public int run(Invocation call) {
        OptionReader options = new OptionReader(call.arguments(), "fvn");
        boolean functions = false;
        boolean variablesOnly = false;
        boolean reference = false;
        for (char option = options.next(); option != '\0'; option = options.next()) {
            functions |= option == 'f';
            variablesOnly |= option == 'v';
            reference |= option == 'n';
        }
        int status = 0;
        for (String name : options.rest()) {
            if (functions) {
                call.environment().functions.remove(name);
            } else {
                status = Math.max(status, unset(call, name, reference, variablesOnly));
            }
        }
        return status;
    }

    private static int unset(Invocation call, String text, boolean reference, boolean variablesOnly) {
        Variables variables = call.environment().variables;
        int bracket = text.indexOf('[');
        String name = bracket > 0 && text.endsWith("]") ? text.substring(0, bracket) : text;
        if (!Names.isName(name)) {
            return call.environment().functions.remove(name) == null
                    ? call.fail(1, text + ": not a valid identifier")
                    : 0;
        }
        try {
            if (name.length() < text.length()) {
                Subscript subscript = SubscriptText.parse(text.substring(bracket + 1, text.length() - 1));
                unsetElement(call, name, subscript);
            } else if (variables.findDirectly(name) == null && !variablesOnly) {
                call.environment().functions.remove(name);
            } else {
                variables.unset(reference ? name : variables.target(name));
            }
            return 0;
        } catch (ReadOnlyException e) {
            return call.fail(1, name + ": cannot unset: readonly variable");
        }
    }

    private static void unsetElement(Invocation call, String name, Subscript subscript) {
        Variable variable = call.environment().variables.find(name);
        if (variable == null) {
            return;
        }
        if (variable.is(Attribute.READ_ONLY)) {
            call.environment().variables.getWritable(name);
        }
        if (subscript.isOne()) {
            call.shell().expander().removeElement(variable, subscript, name);
        } else {
            variable.clear();
        }
    }
}
