// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A named pipe that this process holds open. Whoever reads it comes to its end when the pipe is closed or this process has
 * ended, however it ended: then the system closes it.
 */
public final class ControlPipe implements AutoCloseable {
    private final Path path;
    private final RandomAccessFile end;

    private ControlPipe(Path path, RandomAccessFile end) {
        this.path = path;
        this.end = end;
    }

    /**
     * Makes a pipe, for systems that have {@code mkfifo}.
     *
     * @param path that does not exist yet, in a directory that only the user can enter
     * @param environment where the program is found by
     */
    public static ControlPipe create(Path path, Path directory, Map<String, String> environment) throws IOException {
        CommandLine mkfifo = new CommandLine("mkfifo", List.of(path.toString()), environment, directory);
        List<String> said = new ArrayList<>();
        ExitStatus made = new ProcessRunner(StopPolicy.WHOLE_TREE).run(mkfifo, new Stdio.Lines(line -> {}, said::add));
        if (!made.isSuccess()) {
            throw new IOException("no named pipe " + path + ": " + String.join(" ", said));
        }
        // For writing alone it would wait for a reader.
        return new ControlPipe(path, new RandomAccessFile(path.toFile(), "rw"));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
