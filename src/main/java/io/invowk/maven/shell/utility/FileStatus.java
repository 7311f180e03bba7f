// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a file. Systems without such permissions and numbers have made-up ones.
 *
 * @param mode permission bits with set-user-ID (04000), set-group-ID (02000), sticky (01000)
 * @param device the number of the file system
 * @param inode the number within it
 * @param special the number of a device, if it is one
 * @param size in bytes
 */
record FileStatus(
        Kind kind,
        int mode,
        long device,
        long inode,
        long special,
        long links,
        int user,
        int group,
        long size,
        Instant modified,
        Instant accessed,
        Instant changed) {
    /** Kinds of files. */
    enum Kind {
        FILE('-', "regular file"),
        DIRECTORY('d', "directory"),
        LINK('l', "symbolic link"),
        PIPE('p', "fifo"),
        SOCKET('s', "socket"),
        BLOCK_DEVICE('b', "block special file"),
        CHARACTER_DEVICE('c', "character special file");

        private final char letter;
        private final String title;

        Kind(char letter, String title) {
            this.letter = letter;
            this.title = title;
        }

        /** How {@code ls} shows it. */
        char letter() {
            return letter;
        }

        /** What it is called. */
        String title() {
            return title;
        }
    }

    private static final String ATTRIBUTES =
            "unix:mode,dev,ino,rdev,nlink,uid,gid,size,lastModifiedTime,lastAccessTime,ctime";
    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] STAY = {LinkOption.NOFOLLOW_LINKS};

    static LinkOption[] options(boolean follow) {
        return follow ? FOLLOW : STAY;
    }

    /** Whether the system of a file has permissions and numbers of Unix. */
    static boolean isUnix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** The status of a file, or of what a link leads to. */
    static FileStatus of(Path path, boolean follow) throws IOException {
        return isUnix(path)
                ? unix(Files.readAttributes(path, ATTRIBUTES, options(follow)))
                : basic(path, Files.readAttributes(path, BasicFileAttributes.class, options(follow)));
    }

    /** The same; empty if it cannot be read. */
    static Optional<FileStatus> find(Path path, boolean follow) {
        try {
            return Optional.of(of(path, follow));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static FileStatus unix(Map<String, Object> attributes) {
        int mode = (int) number(attributes, "mode");
        Kind kind = switch (mode & 0170000) {
            case 0040000 -> Kind.DIRECTORY;
            case 0120000 -> Kind.LINK;
            case 0010000 -> Kind.PIPE;
            case 0140000 -> Kind.SOCKET;
            case 0060000 -> Kind.BLOCK_DEVICE;
            case 0020000 -> Kind.CHARACTER_DEVICE;
            default -> Kind.FILE;
        };
        return new FileStatus(
                kind,
                mode & 07777,
                number(attributes, "dev"),
                number(attributes, "ino"),
                number(attributes, "rdev"),
                number(attributes, "nlink"),
                (int) number(attributes, "uid"),
                (int) number(attributes, "gid"),
                number(attributes, "size"),
                time(attributes, "lastModifiedTime"),
                time(attributes, "lastAccessTime"),
                time(attributes, "ctime"));
    }

    private static long number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name), name)).longValue();
    }

    private static Instant time(Map<String, Object> attributes, String name) {
        return ((FileTime) Objects.requireNonNull(attributes.get(name), name)).toInstant();
    }

    private static FileStatus basic(Path path, BasicFileAttributes attributes) {
        Kind kind = attributes.isDirectory() ? Kind.DIRECTORY : attributes.isSymbolicLink() ? Kind.LINK : Kind.FILE;
        int writable = Files.isWritable(path) ? 0200 : 0;
        int executable = kind == Kind.DIRECTORY || Files.isExecutable(path) ? 0111 : 0;
        Object key = attributes.fileKey();
        return new FileStatus(
                kind,
                0444 | writable | executable,
                0,
                key == null ? path.toAbsolutePath().normalize().hashCode() : key.hashCode(),
                0,
                1,
                0,
                0,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                attributes.lastAccessTime().toInstant(),
                attributes.lastModifiedTime().toInstant());
    }

    boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }

    boolean isLink() {
        return kind == Kind.LINK;
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }

    /** Which file it is, whatever its name. */
    Id id() {
        return new Id(device, inode);
    }

    /** The numbers that tell files apart. */
    record Id(long device, long inode) {}

    /** What messages call it. */
    String title() {
        return kind == Kind.FILE && size == 0 ? "regular empty file" : kind.title();
    }
}
