// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold before a command runs: every entry, each by one of its alternatives. */
public record DependsOn(
        List<Entry<String>> tools,
        List<Entry<String>> commands,
        List<FilePaths> filepaths,
        List<Entry<Capability>> capabilities,
        List<Entry<EnvVar>> envVars,
        List<Entry<Check>> customChecks) {
    /** Nothing said. */
    public static final DependsOn NONE =
            new DependsOn(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public DependsOn {
        tools = List.copyOf(tools);
        commands = List.copyOf(commands);
        filepaths = List.copyOf(filepaths);
        capabilities = List.copyOf(capabilities);
        envVars = List.copyOf(envVars);
        customChecks = List.copyOf(customChecks);
    }

    /** What this asks for, and then what another one does: nothing takes the place of anything. */
    public DependsOn and(DependsOn more) {
        return new DependsOn(
                joined(tools, more.tools),
                joined(commands, more.commands),
                joined(filepaths, more.filepaths),
                joined(capabilities, more.capabilities),
                joined(envVars, more.envVars),
                joined(customChecks, more.customChecks));
    }

    private static <T> List<T> joined(List<T> first, List<T> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    /** Alternatives of which one must hold; at least one. */
    public record Entry<T>(List<T> alternatives, Place origin) {
        public Entry {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** Alternative paths, and what one of them must allow. */
    public record FilePaths(
            List<String> alternatives, boolean readable, boolean writable, boolean executable, Place origin) {
        public FilePaths {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** What the machine must be able to do. */
    public enum Capability {
        LOCAL_AREA_NETWORK,
        INTERNET,
        CONTAINERS,
        TTY;

        /** Its name in an invkfile. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A variable that must be set.
     *
     * @param validation RE2 pattern, found anywhere in its value
     */
    public record EnvVar(String name, Optional<String> validation) {}

    /**
     * A script that must succeed.
     *
     * @param expectedStatus exit status, 0 to 255
     * @param expectedOutput RE2 pattern, found anywhere in its output
     */
    public record Check(String name, String script, int expectedStatus, Optional<String> expectedOutput) {}
}
