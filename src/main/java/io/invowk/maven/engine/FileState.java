// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What a file system tells of a file, not following a link: its kind, and whether it is still the one that it was. An edit changes one
 * of the numbers, since nobody can set the time of the last change (POSIX, {@code st_ctim}).
 *
 * @param executable whether the owner may execute it, the one permission that counts
 * @param changed nanoseconds since 1970; {@link #UNKNOWN} where the file system does not tell it
 */
record FileState(Kind kind, boolean executable, long inode, long size, long changed) {
    /** A time that no file has. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private static final String UNIX = "unix";
    private static final String UNIX_ATTRIBUTES = UNIX + ":mode,ino,size,ctime";
    private static final int KIND = 0170000;
    private static final int OWNER_EXECUTE = 0100;

    enum Kind {
        FILE('f'),
        DIRECTORY('d'),
        LINK('l'),
        OTHER('?');

        /** What stands for it in a text of ours. */
        final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    static FileState of(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
            return unix(Files.readAttributes(file, UNIX_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
        }
        BasicFileAttributes values = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new FileState(kind(values), false, 0, values.size(), UNKNOWN);
    }

    private static FileState unix(Map<String, Object> values) {
        int mode = (Integer) of(values, "mode");
        return new FileState(
                kind(mode & KIND),
                (mode & OWNER_EXECUTE) != 0,
                (Long) of(values, "ino"),
                (Long) of(values, "size"),
                ((FileTime) of(values, "ctime")).to(TimeUnit.NANOSECONDS));
    }

    private static Object of(Map<String, Object> values, String name) {
        return Objects.requireNonNull(values.get(name));
    }

    private static Kind kind(int mode) {
        return switch (mode) {
            case 0100000 -> Kind.FILE;
            case 0040000 -> Kind.DIRECTORY;
            case 0120000 -> Kind.LINK;
            default -> Kind.OTHER;
        };
    }

    private static Kind kind(BasicFileAttributes values) {
        if (values.isRegularFile()) {
            return Kind.FILE;
        }
        if (values.isDirectory()) {
            return Kind.DIRECTORY;
        }
        return values.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    }
}
