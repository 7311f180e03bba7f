// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import static io.invowk.maven.plan.InvkfileFixture.place;

import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.DependsOn.Capability;
import io.invowk.maven.invkfile.DependsOn.Check;
import io.invowk.maven.invkfile.DependsOn.Entry;
import io.invowk.maven.invkfile.DependsOn.EnvVar;
import io.invowk.maven.invkfile.DependsOn.FilePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dependencies for tests; the place of an entry is its first name. */
final class Needs {
    private final List<Entry<String>> tools = new ArrayList<>();
    private final List<Entry<String>> commands = new ArrayList<>();
    private final List<FilePaths> files = new ArrayList<>();
    private final List<Entry<Capability>> capabilities = new ArrayList<>();
    private final List<Entry<EnvVar>> variables = new ArrayList<>();
    private final List<Entry<Check>> checks = new ArrayList<>();

    Needs tool(String... alternatives) {
        tools.add(new Entry<>(List.of(alternatives), place(alternatives[0])));
        return this;
    }

    Needs command(String... alternatives) {
        commands.add(new Entry<>(List.of(alternatives), place(alternatives[0])));
        return this;
    }

    /** @param permissions some of the letters {@code rwx} */
    Needs file(String permissions, String... alternatives) {
        files.add(new FilePaths(
                List.of(alternatives),
                permissions.contains("r"),
                permissions.contains("w"),
                permissions.contains("x"),
                place(alternatives[0])));
        return this;
    }

    Needs capability(Capability... alternatives) {
        capabilities.add(new Entry<>(List.of(alternatives), place(alternatives[0].name())));
        return this;
    }

    Needs variable(EnvVar... alternatives) {
        variables.add(new Entry<>(List.of(alternatives), place(alternatives[0].name())));
        return this;
    }

    Needs check(Check... alternatives) {
        checks.add(new Entry<>(List.of(alternatives), place(alternatives[0].name())));
        return this;
    }

    DependsOn build() {
        return new DependsOn(tools, commands, files, capabilities, variables, checks);
    }

    static EnvVar variable(String name) {
        return new EnvVar(name, Optional.empty());
    }

    static EnvVar variable(String name, String pattern) {
        return new EnvVar(name, Optional.of(pattern));
    }

    static Check check(String name, String script) {
        return check(name, script, 0, null);
    }

    static Check check(String name, String script, int status, @Nullable String output) {
        return new Check(name, script, status, Optional.ofNullable(output));
    }
}
