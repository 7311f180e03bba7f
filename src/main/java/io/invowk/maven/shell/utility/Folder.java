// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open directory. Where the system can do so, what is in it is reached through it: nobody can put a link in the place of
 * one of the directories above in the meantime.
 */
final class Folder implements Closeable {
    private final Path path;
    private final DirectoryStream<Path> stream;
    private final @Nullable SecureDirectoryStream<Path> secure;

    private Folder(Path path, DirectoryStream<Path> stream) {
        this.path = path;
        this.stream = stream;
        this.secure = stream instanceof SecureDirectoryStream<Path> able ? able : null;
    }

    @SuppressWarnings("StreamResourceLeak") // The folder closes it.
    static Folder open(Path path) throws IOException {
        return new Folder(path, Files.newDirectoryStream(path));
    }

    /** Opens a directory in this one; a link is none. */
    Folder open(String name) throws IOException {
        Path child = path.resolve(name);
        if (secure != null) {
            return new Folder(child, secure.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS));
        }
        if (!isDirectory(name)) {
            throw new NotDirectoryException(name);
        }
        return open(child);
    }

    /** The names of what is in it, in the system's order; can be asked once. */
    List<String> names() throws IOException {
        return names(stream);
    }

    /** The names of what is in a directory, in the system's order. */
    static List<String> names(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return names(entries);
        }
    }

    private static List<String> names(DirectoryStream<Path> entries) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    /** Whether something in it is a directory and no link. */
    boolean isDirectory(String name) throws IOException {
        BasicFileAttributes attributes = secure == null
                ? Files.readAttributes(path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                : secure.getFileAttributeView(Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes();
        return attributes.isDirectory();
    }

    /** Removes something in it; a directory must be empty. */
    void delete(String name, boolean directory) throws IOException {
        if (secure == null) {
            Files.delete(path.resolve(name));
        } else if (directory) {
            secure.deleteDirectory(Path.of(name));
        } else {
            secure.deleteFile(Path.of(name));
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
