// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.cuefile.CueFile;
import io.invowk.maven.cuefile.FileProblem;
import io.invowk.maven.cuefile.Reading;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.decode.Decoded;
import io.invowk.maven.invkfile.decode.InvkfileReader;
import io.invowk.maven.invkmod.Invkmod;
import io.invowk.maven.invkmod.ModuleFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One search through all places; what several of them lead to is found once, by the first. */
final class SourceSearch {
    /** The order of bytes, so that it is the same on every machine. */
    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> name(path).getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Path cwd;
    private final Map<Path, String> aliases = new HashMap<>();
    private final Set<Path> seen = new HashSet<>();
    private final List<CommandSource> sources = new ArrayList<>();
    private final List<SkippedFile> skipped = new ArrayList<>();
    private final Set<Diagnostic> warnings = new LinkedHashSet<>();

    /**
     * Begins a search.
     *
     * @param cwd messages name files as a user in this directory would; absolute
     * @param aliases names that modules get instead of their own, by their path
     */
    SourceSearch(Path cwd, Map<Path, String> aliases) {
        this.cwd = cwd;
        aliases.forEach((path, alias) -> this.aliases.put(real(path), alias));
    }

    /** All that was found; {@code directory} was searched first. */
    Discovered found(Path directory) {
        return new Discovered(directory, sources, skipped, List.copyOf(warnings));
    }

    /** Whether a project's directory has an invkfile or a module, be they right or not. */
    boolean hasCommands(Path directory) {
        return Discovery.invkfile(directory).isPresent()
                || children(directory).stream().anyMatch(SourceSearch::isModule);
    }

    /** Takes a file that is no module's. */
    void file(String id, Path file) {
        if (!seen.add(real(file))) {
            return;
        }
        Decoded decoded = InvkfileReader.read(file, cwd);
        if (decoded.invkfile().isPresent()) {
            sources.add(CommandSource.file(id, decoded.invkfile().get()));
        } else {
            skip(id, false, file, decoded.problems());
        }
    }

    /** Takes the modules right in a directory; a link to a module is none. */
    void modules(Path directory) {
        for (Path child : children(directory)) {
            if (isModule(child)) {
                module(new ModuleFolder(child));
            }
        }
    }

    /**
     * Takes the files and modules of a directory and all below it, those nearest to it first; directories that are links are
     * not entered.
     */
    void everything(String id, Path top) {
        List<Path> modules = new ArrayList<>();
        Deque<Path> directories = new ArrayDeque<>(List.of(top));
        while (!directories.isEmpty()) {
            List<Path> children = children(directories.remove());
            for (String name : Discovery.FILE_NAMES) {
                children.stream()
                        .filter(child -> name(child).equals(name) && !Files.isDirectory(child))
                        .forEach(child -> file(id, child));
            }
            for (Path child : children) {
                if (isModule(child)) {
                    modules.add(child);
                } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    directories.add(child);
                }
            }
        }
        modules.forEach(module -> module(new ModuleFolder(module)));
    }

    private void module(ModuleFolder folder) {
        if (!seen.add(real(folder.path()))) {
            return;
        }
        Reading<Invkmod> identity = folder.read(cwd);
        if (identity.value().isEmpty()) {
            skip(folder.id(), true, folder.path(), identity.problems());
            return;
        }
        identity.value()
                .get()
                .requires()
                .ifPresent(place -> warnings.add(
                        Diagnostic.at(place, "\"requires\" is not supported yet: nothing is fetched for this module")
                                .help("put the modules that it needs beside it")));
        Optional<Path> commands = folder.commands();
        if (commands.isEmpty()) {
            return;
        }
        Decoded decoded = InvkfileReader.read(commands.get(), cwd);
        if (decoded.invkfile().isPresent()) {
            sources.add(CommandSource.module(
                    aliases.getOrDefault(real(folder.path()), folder.id()),
                    decoded.invkfile().get()));
        } else {
            skip(folder.id(), true, commands.get(), decoded.problems());
        }
    }

    private void skip(String id, boolean module, Path path, List<FileProblem> problems) {
        skipped.add(new SkippedFile(id, module, path, CueFile.nameFrom(cwd, path), problems));
    }

    /** What is in a directory, in the order of names; nothing if there is no such directory. */
    private List<Path> children(Path directory) {
        List<Path> children = new ArrayList<>();
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return children;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(children::add);
        } catch (IOException e) {
            unreadable(directory, e);
        } catch (DirectoryIteratorException e) {
            unreadable(directory, Objects.requireNonNull(e.getCause()));
        }
        children.sort(BY_NAME);
        return children;
    }

    private void unreadable(Path directory, IOException e) {
        String name = CueFile.nameFrom(cwd, directory);
        warnings.add(Diagnostic.of("cannot look for commands in " + Quoted.of(name.isEmpty() ? "." : name) + ": "
                + (Files.isDirectory(directory) ? CueFile.reason(e) : "it is no directory")));
    }

    private static boolean isModule(Path path) {
        return ModuleFolder.isNamedSo(path) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static String name(Path path) {
        return Objects.requireNonNull(path.getFileName()).toString();
    }
}
