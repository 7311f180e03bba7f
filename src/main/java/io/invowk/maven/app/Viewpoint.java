// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.config.Settings;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.Command;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.plan.Selection;
import java.util.List;
import java.util.Optional;

/**
 * Who looks at commands: which of their runtimes is the default depends on it.
 *
 * @param platform of this machine
 * @param preferred name of the runtime that the user's configuration prefers
 */
record Viewpoint(Platform platform, Optional<String> preferred) {
    static Viewpoint of(HostEnvironment host, Settings settings) {
        return new Viewpoint(Selection.platform(host.os()), settings.text(Settings.DEFAULT_RUNTIME));
    }

    /** The names of the runtimes that a command allows here, in file order. */
    List<String> runtimes(Command command) {
        return Selection.runtimes(command, platform);
    }

    /** The name of the runtime that is taken if none is asked for; empty if the command does not run here. */
    Optional<String> defaultRuntime(Command command) {
        List<String> allowed = runtimes(command);
        return preferred.filter(allowed::contains).or(() -> allowed.stream().findFirst());
    }
}
