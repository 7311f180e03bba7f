// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Gives a process its input through a pipe, in a thread of its own, and gives back what the process has not taken.
 *
 * <p>What was left in the pipe can be given back only where a process shows its descriptors, below {@code /proc}.
 */
final class InputFeeder {
    /** A pipe takes so much at once or nothing: POSIX PIPE_BUF of Linux. */
    private static final int ATOMIC = 4096;

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private final ProcessInput source;
    private final OutputStream pipe;
    private final Optional<InputStream> otherEnd;
    private final boolean unread;
    private final Thread thread;
    private final byte[] buffer = new byte[ATOMIC];
    private int unwritten;
    private volatile boolean stopped;

    private InputFeeder(Process process, ProcessInput source) {
        this.source = source;
        this.pipe = process.getOutputStream();
        this.otherEnd = otherEnd(process);
        this.unread = otherEnd.isEmpty() && Files.isDirectory(DESCRIPTORS);
        this.thread = new Thread(this::feed, "invowk-stdin");
        this.thread.setDaemon(true);
    }

    static InputFeeder start(Process process, ProcessInput source) {
        InputFeeder feeder = new InputFeeder(process, source);
        feeder.thread.start();
        return feeder;
    }

    /** The end that the process reads from; empty if it has ended already, or has closed its input, or shows nothing. */
    private static Optional<InputStream> otherEnd(Process process) {
        try {
            return Optional.of(Files.newInputStream(Path.of("/proc/" + process.pid() + "/fd/0")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void feed() {
        try {
            while (!unread && !stopped) {
                int count = source.read(buffer, 0, buffer.length);
                if (count < 0) {
                    break;
                }
                unwritten = count;
                pipe.write(buffer, 0, count);
                pipe.flush();
                unwritten = 0;
            }
        } catch (IOException e) {
            // Interrupted, or the process has ended.
        }
        try {
            pipe.close();
        } catch (IOException e) {
            // It is closed when its process has ended.
        }
    }

    /** After the end of the process: takes what is left in the pipe, so that the thread is not stuck there. */
    void stop() throws InterruptedException {
        stopped = true;
        thread.interrupt();
        byte[] rest = {};
        try (InputStream left = otherEnd.orElse(InputStream.nullInputStream())) {
            rest = left.readAllBytes();
        } catch (IOException e) {
            // There is nothing left.
        }
        thread.join();
        source.giveBack(buffer, 0, unwritten);
        source.giveBack(rest, 0, rest.length);
    }
}
