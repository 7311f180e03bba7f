// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Variables;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Variables that a shell sets before it runs anything: POSIX XCU 2.5.3. */
final class Startup {
    private Startup() {}

    static void setDefaults(Environment environment) {
        Variables variables = environment.variables;
        variables.get("IFS").setValue(" \t\n");
        variables.get("IFS").set(Attribute.EXPORTED, false);
        variables.get("OPTIND").setValue("1");
        variables.get("PS4").setValue("+ ");
        String inherited = Objects.requireNonNullElse(variables.value("PWD"), "");
        Optional<Path> right = environment
                .path(inherited)
                .filter(path -> Path.of(inherited).isAbsolute())
                .filter(path -> environment.session.files().isSame(path, environment.directory));
        if (right.isPresent()) {
            environment.directory = right.get();
        } else {
            variables.get("PWD").setValue(environment.directory.toString());
        }
        variables.get("PWD").set(Attribute.EXPORTED, true);
    }
}
