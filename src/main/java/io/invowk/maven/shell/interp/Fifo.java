// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.FileAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A named pipe between commands of the shell and a program that gets its path. */
final class Fifo {
    private final FileAccess files;
    private final Path path;
    private boolean opened;
    private boolean released;

    private Fifo(FileAccess files, Path path) {
        this.files = files;
        this.path = path;
    }

    /** Makes one, with the machine's program for that. */
    static Fifo create(Interpreter shell) throws IOException {
        Environment environment = shell.environment();
        Path path = environment.session.newPath();
        int status = shell.simpleCommands().programs().run("mkfifo", List.of("-m", "600", path.toString()));
        if (status != 0) {
            throw new IOException("this machine cannot make named pipes");
        }
        return new Fifo(shell.files(), path);
    }

    Path path() {
        return path;
    }

    /** Opens this side; that takes until the program opens the other one, or {@link #release} is called. */
    OpenFile open(boolean forReading) {
        synchronized (this) {
            if (released) {
                return OpenFile.nothing();
            }
        }
        try {
            OpenFile file = forReading
                    ? OpenFile.reading(files.read(path))
                    : OpenFile.writing(files.write(path, FileAccess.Mode.APPEND, 0));
            synchronized (this) {
                opened = true;
                notifyAll();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the waiting of this side for a program that has never opened the other one. */
    void release() {
        synchronized (this) {
            released = true;
            if (opened) {
                return;
            }
        }
        try {
            FileAccess.ReadWriteFile both = files.readAndWrite(path, 0);
            both.input().close();
            both.output().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
