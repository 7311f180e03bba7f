// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds programs the way a shell does: a name on our own {@code PATH}, a path from a directory. */
public final class ProgramSearch {
    private final HostEnvironment host;

    /** Searches with the facts of this machine. */
    public ProgramSearch(HostEnvironment host) {
        this.host = host;
    }

    /**
     * The file of a program; empty if there is none that can be executed.
     *
     * @param program a name without separators, or a path
     * @param base what a relative path starts from, absolute
     */
    public Optional<Path> find(String program, Path base) {
        boolean isPath = program.indexOf('/') >= 0 || (isWindows() && program.indexOf('\\') >= 0);
        if (isPath) {
            return executable(base, program);
        }
        for (String directory : variable("PATH").split(File.pathSeparator, -1)) {
            Optional<Path> found = path(host.cwd(), directory).flatMap(place -> executable(place, program));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The first of several programs that is on the {@code PATH}. */
    Optional<Path> findFirst(List<String> names) {
        return names.stream().flatMap(name -> find(name, host.cwd()).stream()).findFirst();
    }

    private Optional<Path> executable(Path directory, String program) {
        for (String extension : extensions(program)) {
            Optional<Path> file = path(directory, program + extension)
                    .map(Path::normalize)
                    .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path));
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    /** What may be added to a name: nothing, and on Windows the extensions of programs. */
    private List<String> extensions(String program) {
        if (!isWindows()) {
            return List.of("");
        }
        String known = variable("PATHEXT");
        List<String> extensions = List.of((known.isEmpty() ? ".COM;.EXE;.BAT;.CMD" : known).split(";", -1));
        String upper = program.toUpperCase(Locale.ROOT);
        return extensions.stream().anyMatch(extension -> upper.endsWith(extension.toUpperCase(Locale.ROOT)))
                ? List.of("")
                : extensions;
    }

    /** The value of a variable, empty if it is not set; Windows does not tell upper case from lower case in names. */
    private String variable(String name) {
        return host.env().entrySet().stream()
                .filter(entry -> isWindows()
                        ? entry.getKey().equalsIgnoreCase(name)
                        : entry.getKey().equals(name))
                .map(entry -> entry.getValue())
                .findFirst()
                .orElse("");
    }

    private boolean isWindows() {
        return host.os() == OperatingSystem.WINDOWS;
    }

    private static Optional<Path> path(Path directory, String text) {
        try {
            return Optional.of(directory.resolve(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
