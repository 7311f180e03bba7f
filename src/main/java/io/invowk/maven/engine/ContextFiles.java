// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects the files of a build context that count, by their path in it, and what the file system tells of them. */
final class ContextFiles {
    /** What we write ourselves during a build: it must not change the image of the next one. */
    private static final String OWN_REPORTS = "target/invowk";

    private static final String OWN_REPORTS_PARENT = "target";

    private final Path root;
    private final List<IgnoreRules> ignores;
    private final Map<String, FileState> found = new LinkedHashMap<>();

    private ContextFiles(Path root, List<IgnoreRules> ignores) {
        this.root = root;
        this.ignores = ignores;
    }

    /** All files and directories that can be read. They come as the file system gives them, which sorts nothing before every container. */
    static Map<String, FileState> in(Path root, ContextReads reads) throws IOException {
        ContextFiles files = new ContextFiles(root, ignores(root));
        boolean plain = reads.sources().isPresent();
        for (String source : reads.sources().orElse(List.of())) {
            plain &= files.expand("", source);
        }
        if (!plain) {
            files.walk("", root);
        }
        return files.found;
    }

    /** All files and directories for an image: without what any ignore file keeps out, whichever engine builds it. */
    static Map<String, FileState> forImage(Path root) throws IOException {
        List<IgnoreRules> ignores = ignores(root);
        ContextFiles files = new ContextFiles(root, ignores.subList(0, Math.min(1, ignores.size())));
        files.walk("", root);
        files.found.keySet().removeIf(path -> ignores.stream().anyMatch(rules -> rules.excludes(path)));
        return files.found;
    }

    /** podman prefers the first of these files, docker knows only the second: what one of them lets through counts. */
    private static List<IgnoreRules> ignores(Path root) throws IOException {
        List<IgnoreRules> ignores = new ArrayList<>();
        for (String name : List.of(".containerignore", ".dockerignore")) {
            if (Files.isRegularFile(root.resolve(name))) {
                ignores.add(IgnoreRules.read(root.resolve(name)));
            }
        }
        return ignores;
    }

    /**
     * Adds what a source with wildcards stands for below a directory.
     *
     * @return false if it leads through a symbolic link: where that ends is the builder's affair
     */
    private boolean expand(String parent, String source) throws IOException {
        int slash = source.indexOf('/');
        String name = slash < 0 ? source : source.substring(0, slash);
        boolean plain = true;
        for (String match : matches(parent, name)) {
            String path = ContextPath.child(parent, match);
            Path file = root.resolve(path);
            if (Files.isSymbolicLink(file)) {
                plain = false;
            } else if (slash < 0) {
                add(path, file);
            } else if (Files.isDirectory(file)) {
                plain &= expand(path, source.substring(slash + 1));
            }
        }
        return plain;
    }

    private List<String> matches(String parent, String name) throws IOException {
        if (!Glob.isPattern(name)) {
            return Files.exists(root.resolve(ContextPath.child(parent, name)), LinkOption.NOFOLLOW_LINKS)
                    ? List.of(name)
                    : List.of();
        }
        Optional<Pattern> pattern = Glob.compile(name);
        List<String> matches = new ArrayList<>();
        for (Path file : children(root.resolve(parent))) {
            String child = name(file);
            if (pattern.isPresent() && pattern.get().matcher(child).matches()) {
                matches.add(child);
            }
        }
        return matches;
    }

    private void walk(String path, Path directory) throws IOException {
        for (Path file : children(directory)) {
            add(ContextPath.child(path, name(file)), file);
        }
    }

    private void add(String path, Path file) throws IOException {
        if (path.equals(OWN_REPORTS)) {
            return;
        }
        FileState state;
        try {
            state = FileState.of(file);
        } catch (NoSuchFileException e) {
            // another part of the build has removed it just now
            return;
        }
        boolean excluded = !ignores.isEmpty() && ignores.stream().allMatch(rules -> rules.excludes(path));
        if (!excluded && !path.equals(OWN_REPORTS_PARENT)) {
            found.put(path, state);
        }
        if (state.kind() == FileState.Kind.DIRECTORY
                && !(excluded && ignores.stream().allMatch(IgnoreRules::isFinal))) {
            walk(path, file);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> children(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isReadable(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    files.add(entry);
                }
            } catch (NoSuchFileException e) {
                // another part of the build has removed it just now
            }
        }
        return files;
    }
}
