// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkmod;

import io.invowk.maven.cuefile.CueFile;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What must not be anywhere in a module, so that it works when it is copied: links, other modules, names that Windows does not
 * take. Vendored modules are not looked at, nor are directories that cannot be read.
 */
final class ModuleContent extends SimpleFileVisitor<Path> {
    private static final String VENDORED = "invk_modules";
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\.[^.]*)?", Pattern.CASE_INSENSITIVE);

    private final Path module;
    private final Path cwd;
    /** By path, so that the order is the same on every machine. */
    private final Map<Path, Diagnostic> problems = new TreeMap<>();

    private ModuleContent(Path module, Path cwd) {
        this.module = module;
        this.cwd = cwd;
    }

    static List<Diagnostic> problems(Path module, Path cwd) {
        ModuleContent content = new ModuleContent(module, cwd);
        try {
            Files.walkFileTree(module, content);
        } catch (IOException e) {
            return List.of(Diagnostic.of(
                    "cannot read " + Quoted.of(CueFile.nameFrom(cwd, module)) + ": " + CueFile.reason(e)));
        }
        return List.copyOf(content.problems.values());
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (directory.equals(module)) {
            return FileVisitResult.CONTINUE;
        }
        if (name(directory).equals(VENDORED)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (ModuleFolder.isNamedSo(directory)) {
            add(directory, "a module in a module: ", "move it out, or into " + VENDORED);
        }
        refuseDevice(directory);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            add(
                    file,
                    leavesModule(file)
                            ? "a symbolic link that points outside the module: "
                            : "a symbolic link in a module: ",
                    "put a copy there");
        }
        refuseDevice(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }

    private void refuseDevice(Path path) {
        if (DEVICE.matcher(name(path)).matches()) {
            add(path, "a name that is a device on Windows: ", "rename it");
        }
    }

    private void add(Path path, String what, String cure) {
        problems.put(
                path,
                Diagnostic.of(what + Quoted.of(CueFile.nameFrom(cwd, path))).help(cure));
    }

    /** A link that leads nowhere, or to itself, leads outside. */
    private boolean leavesModule(Path link) {
        try {
            return !link.toRealPath().startsWith(module.toRealPath());
        } catch (IOException e) {
            return true;
        }
    }

    private static String name(Path path) {
        return Objects.requireNonNull(path.getFileName()).toString();
    }
}
