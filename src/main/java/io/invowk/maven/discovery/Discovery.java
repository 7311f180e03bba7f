// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds all files that commands come from. */
public final class Discovery {
    /** The names of an invkfile; the first that exists counts, whatever it is. */
    static final List<String> FILE_NAMES = List.of("invkfile.cue", "invkfile");

    private Discovery() {}

    /**
     * Looks in all places: the project's own file, its modules, the user's files and modules, those of each search path.
     *
     * @param cwd messages name files as a user in this directory would; absolute
     */
    public static Discovered find(Places places, Path cwd) {
        SourceSearch search = new SourceSearch(cwd, places.aliases());
        Path directory = places.directory();
        if (places.instead().isPresent() && !search.hasCommands(directory)) {
            directory = places.instead().get();
        }
        Optional<Path> file = invkfile(directory);
        if (file.isPresent()) {
            search.file(CommandSource.PROJECT, file.get());
        }
        search.modules(directory);
        search.everything(CommandSource.USER, places.userCommands());
        for (Path searchPath : places.searchPaths()) {
            search.everything(CommandSource.SEARCH_PATH, searchPath);
        }
        return search.found(directory);
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
        return problem.help(
                "create " + FILE_NAMES.get(0)
                        + " there (mvn invowk:init writes one), choose other modules with -pl or -N, or take the commands of the root with -Dinvowk.useRootCommands");
    }
}
