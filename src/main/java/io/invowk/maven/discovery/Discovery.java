// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.decode.InvkfileReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the invkfile of a project. */
public final class Discovery {
    /** The names of an invkfile; the first that exists counts, whatever it is. */
    private static final List<String> FILE_NAMES = List.of("invkfile.cue", "invkfile");

    private Discovery() {}

    /**
     * The commands of a project.
     *
     * @param directory of the project, absolute; directories above it are not searched
     * @param cwd messages name files as a user in this directory would; absolute
     * @throws UserException if there is no invkfile, or something is wrong with it
     */
    public static CommandCatalog project(Path directory, Path cwd) {
        Optional<Path> file = invkfile(directory);
        if (file.isEmpty()) {
            throw new UserException(missing(directory));
        }
        return CommandCatalog.of(List.of(
                CommandSource.project(InvkfileReader.read(file.get(), cwd).orThrow())));
    }

    /** The invkfile of a directory, absolute; empty if there is none. */
    public static Optional<Path> invkfile(Path directory) {
        for (String name : FILE_NAMES) {
            Path file = directory.resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** What to say about a directory without an invkfile. */
    public static Diagnostic missing(Path directory) {
        Diagnostic problem = Diagnostic.of("no invkfile in " + Quoted.of(directory.toString()));
        for (String name : FILE_NAMES) {
            problem = problem.note(directory.resolve(name) + ": no such file");
        }
        return problem.help("create " + FILE_NAMES.get(0) + " there, or choose other modules with -pl or -N");
    }
}
