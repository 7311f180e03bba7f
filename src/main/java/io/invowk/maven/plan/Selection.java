// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.host.OperatingSystem;
import io.invowk.maven.invkfile.Command;
import io.invowk.maven.invkfile.Implementation;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.invkfile.RuntimeConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The implementation and the runtime that carry out a command.
 *
 * @param runtime one of the implementation's
 */
public record Selection(Implementation implementation, RuntimeConfig runtime) {
    /** The platform of an operating system: whatever is neither macOS nor Windows counts as Linux. */
    public static Platform platform(OperatingSystem os) {
        return switch (os) {
            case MACOS -> Platform.MACOS;
            case WINDOWS -> Platform.WINDOWS;
            case LINUX, OTHER_UNIX -> Platform.LINUX;
        };
    }

    /** The platforms that some implementation of a command is for, in the order Linux, macOS, Windows. */
    public static List<Platform> platforms(Command command) {
        List<Platform> platforms = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            if (!all(command, platform).isEmpty()) {
                platforms.add(platform);
            }
        }
        return platforms;
    }

    /** The names of the runtimes that are allowed on a platform: in file order without repeats, the default first. */
    public static List<String> runtimes(Command command, Platform platform) {
        Set<String> runtimes = new LinkedHashSet<>();
        for (Selection selection : all(command, platform)) {
            runtimes.add(selection.runtime.kind().label());
        }
        return List.copyOf(runtimes);
    }

    /**
     * Chooses the first implementation for a platform and a runtime.
     *
     * @param wanted name of the runtime; empty: the default
     * @throws UserException if the command has no implementation for the platform, or the runtime is not allowed on it
     */
    static Selection choose(CommandEntry entry, Platform platform, Optional<Word> wanted) {
        Command command = entry.command();
        List<String> allowed = runtimes(command, platform);
        if (allowed.isEmpty()) {
            throw new UserException(Diagnostic.at(
                            command.origin(),
                            "command " + Quoted.of(entry.name()) + " does not run on " + platform.label())
                    .note("supported: "
                            + platforms(command).stream().map(Platform::label).collect(Collectors.joining(", "))));
        }
        String runtime = wanted.isPresent() ? wanted.get().text() : allowed.get(0);
        for (Selection selection : all(command, platform)) {
            if (selection.runtime.kind().label().equals(runtime)) {
                return selection;
            }
        }
        throw notAllowed(entry, platform, wanted.orElseThrow(), allowed);
    }

    private static UserException notAllowed(CommandEntry entry, Platform platform, Word wanted, List<String> allowed) {
        Diagnostic problem = Diagnostic.at(
                        wanted.place(),
                        "runtime " + Quoted.of(wanted.text()) + " not allowed for command " + Quoted.of(entry.name())
                                + " on " + platform.label())
                .note("allowed: " + String.join(", ", allowed))
                .also("defined at", entry.command().origin());
        return new UserException(
                NearName.question(wanted.text(), allowed).map(problem::help).orElse(problem));
    }

    private static List<Selection> all(Command command, Platform platform) {
        List<Selection> all = new ArrayList<>();
        for (Implementation implementation : command.implementations()) {
            if (implementation.platforms().contains(platform)) {
                for (RuntimeConfig runtime : implementation.runtimes()) {
                    all.add(new Selection(implementation, runtime));
                }
            }
        }
        return all;
    }
}
