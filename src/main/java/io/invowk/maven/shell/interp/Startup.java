// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Variables;
import java.nio.file.Path;

/** Variables that a shell sets before it runs anything: POSIX XCU 2.5.3. */
final class Startup {
    private Startup() {}

    static void setDefaults(Environment environment) {
        Variables variables = environment.variables;
        variables.get("IFS").setValue(" \t\n");
        variables.get("IFS").set(Attribute.EXPORTED, false);
        variables.get("OPTIND").setValue("1");
        variables.get("PS4").setValue("+ ");
        String inherited = variables.value("PWD");
        String directory = environment.directory.toString();
        boolean isRight = inherited != null
                && Path.of(inherited).isAbsolute()
                && environment.session.files().isSame(Path.of(inherited), environment.directory);
        if (isRight) {
            environment.directory = Path.of(inherited);
        } else {
            variables.get("PWD").setValue(directory);
        }
        variables.get("PWD").set(Attribute.EXPORTED, true);
    }
}
