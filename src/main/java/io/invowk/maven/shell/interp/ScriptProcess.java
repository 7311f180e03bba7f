// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.syntax.Parser;
import java.util.List;

/** Runs a script as a program would be: it sees only what is exported. */
final class ScriptProcess {
    private final Interpreter shell;

    ScriptProcess(Interpreter shell) {
        this.shell = shell;
    }

    /** Runs the text of a script; its exit status. */
    int run(String name, String text, List<String> arguments) {
        Environment parent = shell.environment();
        shell.enter();
        try {
            Environment environment = new Environment(parent.session, name, parent.directory, parent.mask);
            environment.depth = parent.depth;
            environment.subshell = true;
            parent.variables.exported().forEach((variable, value) -> {
                environment.variables.assign(variable, value);
                environment.variables.get(variable).set(Attribute.EXPORTED, true);
            });
            Startup.setDefaults(environment);
            environment.descriptors.share(parent.descriptors);
            environment.positionals = List.copyOf(arguments);
            Interpreter child = new Interpreter(environment);
            SourceText source = new SourceText(name, text);
            return child.live(() -> child.runScript(Parser.parse(source, environment.aliases::get)));
        } finally {
            shell.leave();
        }
    }
}
