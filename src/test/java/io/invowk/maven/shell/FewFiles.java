// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import io.invowk.maven.shell.port.FileAccess;
import io.invowk.maven.shell.port.FileFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A few files that are the same for every script: nothing can be written, but for what is lost. */
final class FewFiles implements FileAccess {
    static final Path DIRECTORY = Path.of("/w").toAbsolutePath();

    private static final Path NULL = Path.of("/dev/null").toAbsolutePath();
    private static final Map<Path, String> FILES = Map.of(
            NULL,
            "",
            DIRECTORY.resolve("a"),
            "x=1\n",
            DIRECTORY.resolve("b.txt"),
            "one\ntwo\n",
            DIRECTORY.resolve("c[d"),
            "",
            DIRECTORY.resolve(".e"),
            "",
            DIRECTORY.resolve("f/g h"),
            "");

    private static boolean isDirectory(Path path) {
        return FILES.keySet().stream().anyMatch(file -> !file.equals(path) && file.startsWith(path));
    }

    private static boolean isThere(Path path) {
        return FILES.containsKey(path) || isDirectory(path);
    }

    @Override
    public InputStream read(Path file) throws IOException {
        String text = FILES.get(file.normalize());
        if (text == null) {
            throw new NoSuchFileException(file.toString());
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public OutputStream write(Path file, Mode mode, int mask) throws IOException {
        if (!file.equals(NULL)) {
            throw new AccessDeniedException(file.toString());
        }
        return OutputStream.nullOutputStream();
    }

    @Override
    public ReadWriteFile readAndWrite(Path file, int mask) throws IOException {
        return new ReadWriteFile(read(file), write(file, Mode.APPEND, mask));
    }

    @Override
    public Optional<FileFacts> facts(Path file, boolean followLinks) {
        Path path = file.normalize();
        if (!isThere(path)) {
            return Optional.empty();
        }
        FileFacts.Kind kind = isDirectory(path) ? FileFacts.Kind.DIRECTORY : FileFacts.Kind.FILE;
        int size = Objects.requireNonNullElse(FILES.get(path), "").length();
        return Optional.of(new FileFacts(kind, size, Instant.EPOCH, Instant.EPOCH, 0755, 1000, 1000));
    }

    @Override
    public boolean isReadable(Path file) {
        return isThere(file.normalize());
    }

    @Override
    public boolean isWritable(Path file) {
        return file.equals(NULL);
    }

    @Override
    public boolean isExecutable(Path file) {
        return isDirectory(file.normalize());
    }

    @Override
    public boolean isSame(Path a, Path b) {
        return isThere(a.normalize()) && a.normalize().equals(b.normalize());
    }

    @Override
    public Path realPath(Path file) throws IOException {
        Path path = file.normalize();
        if (!isThere(path)) {
            throw new NoSuchFileException(file.toString());
        }
        return path;
    }

    @Override
    public List<String> names(Path directory) {
        Path parent = directory.normalize();
        return FILES.keySet().stream()
                .filter(file -> !file.equals(parent) && file.startsWith(parent))
                .map(file -> file.getName(parent.getNameCount()).toString())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<Integer> userId() {
        return Optional.of(1000);
    }

    @Override
    public Path createTemporaryDirectory() throws IOException {
        throw new AccessDeniedException("/tmp");
    }

    @Override
    public void removeDirectory(Path directory) throws IOException {
        throw new NoSuchFileException(directory.toString());
    }
}
