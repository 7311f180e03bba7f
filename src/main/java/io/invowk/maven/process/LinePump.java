// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one output stream of a process to its end, in a thread of its own, and delivers its lines. */
final class LinePump {
    /**
     * A process that has ended can leave another one behind that keeps the stream open. Once nothing has come for this
     * long after the end, the rest is left alone.
     */
    static final Duration QUIET = Duration.ofSeconds(1);

    private final InputStream stream;
    private final LineSplitter splitter;
    private final Thread thread;
    private final AtomicLong reads = new AtomicLong();
    private volatile boolean delivering;
    private boolean abandoned;
    private @Nullable RuntimeException failure;

    LinePump(String name, InputStream stream, Consumer<String> lines) {
        this.stream = stream;
        this.splitter = new LineSplitter(lines);
        this.thread = new Thread(this::pump, name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Waits, after the end of the process, until all lines are delivered.
     *
     * @throws RuntimeException what the consumer of the lines threw first
     */
    void finish() {
        try {
            long before;
            do {
                before = reads.get();
                thread.join(QUIET.toMillis());
            } while (thread.isAlive() && (delivering || reads.get() != before));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (splitter) {
            if (!abandoned) {
                abandoned = true;
                deliver(splitter::end);
            }
            if (failure != null) {
                throw failure;
            }
        }
    }

    private void pump() {
        char[] chars = new char[8192];
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            for (int length = reader.read(chars); length >= 0; length = reader.read(chars)) {
                int filled = length;
                delivering = true;
                synchronized (splitter) {
                    if (abandoned) {
                        return;
                    }
                    deliver(() -> splitter.accept(chars, filled));
                }
                reads.incrementAndGet();
                delivering = false;
            }
        } catch (IOException e) {
            // The stream was closed under us at the end of the process: there is nothing more to read.
        }
    }

    /** A consumer that throws is not called again, and the stream is still read: else the process would block. */
    private void deliver(Runnable delivery) {
        if (failure == null) {
            try {
                delivery.run();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }
}
