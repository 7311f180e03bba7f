// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of the machine. All paths are absolute. */
public interface FileAccess {
    /** How a file is opened for writing. */
    enum Mode {
        /** What was in it is gone. */
        TRUNCATE,
        /** Written behind what is in it. */
        APPEND,
        /** It must not exist as an ordinary file. */
        NEW
    }

    /** Opens a file for reading. */
    InputStream read(Path file) throws IOException;

    /**
     * Opens a file for writing; it is made if there is none.
     *
     * @param mask the bits of permissions that a new file does not get
     */
    OutputStream write(Path file, Mode mode, int mask) throws IOException;

    /** Opens a file for reading and writing at one position; it is made if there is none. */
    ReadWriteFile readAndWrite(Path file, int mask) throws IOException;

    /** The facts about a file, or about what a link leads to; empty if there is none. */
    Optional<FileFacts> facts(Path file, boolean followLinks);

    /** Whether this user may read it. */
    boolean isReadable(Path file);

    /** Whether this user may write it. */
    boolean isWritable(Path file);

    /** Whether this user may run it, or search the directory. */
    boolean isExecutable(Path file);

    /** Whether two paths lead to one file. */
    boolean isSame(Path a, Path b);

    /** The path without links. */
    Path realPath(Path file) throws IOException;

    /** The names in a directory; none if it cannot be read. */
    List<String> names(Path directory);

    /** The number of the user, where the system has such numbers. */
    Optional<Integer> userId();

    /** A new directory for files that nobody else sees. */
    Path createTemporaryDirectory() throws IOException;

    /** Removes a directory and what is in it. */
    void removeDirectory(Path directory) throws IOException;

    /** Both ends of a file that is open for reading and writing. */
    record ReadWriteFile(InputStream input, OutputStream output) {}
}
