// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import io.invowk.maven.shell.port.FileAccess;
import io.invowk.maven.shell.port.FileFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The files of this machine. */
public final class LocalFiles implements FileAccess {
    private static final int NEW_FILE_MODE = 0666;
    private static final int USUAL_MASK = 022;

    @Override
    public InputStream read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("Is a directory");
        }
        return Files.newInputStream(file);
    }

    @Override
    public OutputStream write(Path file, Mode mode, int mask) throws IOException {
        boolean isNew = !Files.exists(file);
        if (mode == Mode.NEW && !isNew && Files.isRegularFile(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        OpenOption how = mode == Mode.APPEND ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        restrict(file, isNew, mask);
        return stream;
    }

    @Override
    public ReadWriteFile readAndWrite(Path file, int mask) throws IOException {
        boolean isNew = !Files.exists(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        restrict(file, isNew, mask);
        return new ReadWriteFile(Channels.newInputStream(channel), new ChannelOutput(channel));
    }

    /** Files get the mask of the machine's process; another one is applied by hand. */
    private static void restrict(Path file, boolean isNew, int mask) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (isNew && posix && mask != USUAL_MASK) {
            Files.setPosixFilePermissions(file, permissions(NEW_FILE_MODE & ~mask));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((mode & (0400 >> i)) != 0) {
                permissions.add(all[i]);
            }
        }
        return permissions;
    }

    @Override
    public Optional<FileFacts> facts(Path file, boolean followLinks) {
        LinkOption[] options = followLinks ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                return Optional.of(unixFacts(Files.readAttributes(file, "unix:*", options)));
            }
            return Optional.of(basicFacts(Files.readAttributes(file, BasicFileAttributes.class, options)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static FileFacts unixFacts(Map<String, Object> attributes) {
        int mode = number(attributes, "mode").intValue();
        FileFacts.Kind kind = switch (mode & 0170000) {
            case 0040000 -> FileFacts.Kind.DIRECTORY;
            case 0120000 -> FileFacts.Kind.LINK;
            case 0010000 -> FileFacts.Kind.PIPE;
            case 0140000 -> FileFacts.Kind.SOCKET;
            case 0060000 -> FileFacts.Kind.BLOCK_DEVICE;
            case 0020000 -> FileFacts.Kind.CHARACTER_DEVICE;
            default -> FileFacts.Kind.FILE;
        };
        return new FileFacts(
                kind,
                number(attributes, "size").longValue(),
                time(attributes, "lastModifiedTime"),
                time(attributes, "lastAccessTime"),
                mode & 07777,
                number(attributes, "uid").intValue(),
                number(attributes, "gid").intValue());
    }

    private static Number number(Map<String, Object> attributes, String name) {
        return (Number) Objects.requireNonNull(attributes.get(name), name);
    }

    private static Instant time(Map<String, Object> attributes, String name) {
        return ((FileTime) Objects.requireNonNull(attributes.get(name), name)).toInstant();
    }

    private static FileFacts basicFacts(BasicFileAttributes attributes) {
        FileFacts.Kind kind = attributes.isDirectory()
                ? FileFacts.Kind.DIRECTORY
                : attributes.isSymbolicLink() ? FileFacts.Kind.LINK : FileFacts.Kind.FILE;
        return new FileFacts(
                kind,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                attributes.lastAccessTime().toInstant(),
                0,
                0,
                0);
    }

    @Override
    public boolean isReadable(Path file) {
        return Files.isReadable(file);
    }

    @Override
    public boolean isWritable(Path file) {
        return Files.isWritable(file);
    }

    @Override
    public boolean isExecutable(Path file) {
        return Files.isExecutable(file);
    }

    @Override
    public boolean isSame(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Path realPath(Path file) throws IOException {
        return file.toRealPath();
    }

    @Override
    public List<String> names(Path directory) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return names;
    }

    @Override
    public Optional<Integer> userId() {
        return facts(Path.of("/proc/self"), true)
                .or(() -> facts(Path.of(System.getProperty("user.home")), true))
                .filter(facts -> facts.mode() != 0)
                .map(FileFacts::user);
    }

    @Override
    public Path createTemporaryDirectory() throws IOException {
        return Files.createTempDirectory("invowk-shell-");
    }

    @Override
    public void removeDirectory(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Writes at the channel's position; its end of reading is another object. */
    private static final class ChannelOutput extends OutputStream {
        private final FileChannel channel;

        ChannelOutput(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
