// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Copies one output stream of a process to its end, in a thread of its own. */
final class OutputCopy {
    private static final int BUFFER = 64 * 1024;

    private final InputStream from;
    private final StreamedProcess.Output to;
    private final Thread thread;
    private final AtomicLong reads = new AtomicLong();
    private volatile boolean delivering;

    private OutputCopy(String name, InputStream from, StreamedProcess.Output to) {
        this.from = from;
        this.to = to;
        this.thread = new Thread(this::copy, name);
        this.thread.setDaemon(true);
    }

    static OutputCopy start(String name, InputStream from, StreamedProcess.Output to) {
        OutputCopy copy = new OutputCopy(name, from, to);
        copy.thread.start();
        return copy;
    }

    /** Copies until there is no more, or nobody takes it: then a broken pipe tells the process so. */
    private void copy() {
        byte[] buffer = new byte[BUFFER];
        OutputStream stream = to.stream();
        try (from) {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                delivering = true;
                stream.write(buffer, 0, count);
                stream.flush();
                reads.incrementAndGet();
                delivering = false;
            }
        } catch (IOException e) {
            // The process or the reader of its output is gone.
        }
    }

    /** Waits, after the end of the process, until what it wrote is delivered. */
    void finish() throws InterruptedException {
        if (to.ownEnd()) {
            finishIfOwnEnd();
        } else {
            thread.join();
        }
    }

    /** The same for output that ends with the process; no other is waited for. */
    void finishIfOwnEnd() throws InterruptedException {
        if (!to.ownEnd()) {
            return;
        }
        long before;
        do {
            before = reads.get();
            thread.join(LinePump.QUIET.toMillis());
        } while (thread.isAlive() && (delivering || reads.get() != before));
    }
}
