// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.Surroundings;
import io.invowk.maven.shell.pattern.FileNames;
import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.Options;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.state.Variables;
import io.invowk.maven.shell.syntax.Script;
import io.invowk.maven.shell.syntax.WordPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An interpreter as expansion sees it. */
final class ShellSurroundings implements Surroundings {
    private final Interpreter shell;
    private final Environment environment;
    private final FileNames files;

    ShellSurroundings(Interpreter shell) {
        this.shell = shell;
        this.environment = shell.environment();
        this.files = new ShellFileNames(environment);
    }

    @Override
    public Variables variables() {
        return environment.variables;
    }

    @Override
    public Options options() {
        return environment.options;
    }

    @Override
    public List<String> positionals() {
        return environment.positionals;
    }

    @Override
    public @Nullable String special(char name) {
        return switch (name) {
            case '?' -> Integer.toString(environment.status);
            case '#' -> Integer.toString(environment.positionals.size());
            case '$' -> Long.toString(environment.session.processId());
            case '!' -> environment.lastJob == 0 ? null : Long.toString(environment.lastJob);
            case '-' -> environment.options.letters();
            case '0' -> environment.name;
            default -> null;
        };
    }

    @Override
    public String output(Script commands) {
        return shell.subshells().output(commands);
    }

    @Override
    public String path(WordPart.ProcessSubstitution commands) {
        return shell.subshells().path(commands);
    }

    @Override
    public @Nullable String home(String user) {
        return new UserHomes(environment.session.files()).of(user);
    }

    @Override
    public FileNames files() {
        return files;
    }

    @Override
    public void assign(String name, String value) {
        Variables variables = environment.variables;
        Variable variable = variables.find(name);
        boolean isNumber = variable != null && variable.is(Attribute.INTEGER);
        variables.assign(name, isNumber ? Long.toString(shell.expander().arithmetic(value)) : value);
        if (environment.options.has(Option.ALLEXPORT)) {
            variables.get(name).set(Attribute.EXPORTED, true);
        }
        if (name.equals("PATH")) {
            environment.remembered.clear();
        }
    }
}
