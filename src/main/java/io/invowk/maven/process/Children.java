// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Processes that do not outlive what they belong to: those that still run end, with all their descendants, when it is closed or this
 * process ends. Safe for use by several threads.
 */
public final class Children implements AutoCloseable {
    private final Set<StreamedProcess> running = new HashSet<>();
    private final Thread hook = new Thread(this::stopAll, "invowk-stop");
    private boolean closed;

    private Children() {}

    /** Without any yet. */
    public static Children open() throws IOException {
        Children children = new Children();
        try {
            Runtime.getRuntime().addShutdownHook(children.hook);
        } catch (IllegalStateException e) {
            throw new IOException("this process is about to end", e);
        }
        return children;
    }

    /**
     * Starts one more.
     *
     * @throws IOException if it cannot be started, or it is too late for that
     */
    public synchronized StreamedProcess start(CommandLine commandLine, StreamedProcess.Ends ends) throws IOException {
        if (closed) {
            throw new IOException("the run is over");
        }
        StreamedProcess process = StreamedProcess.start(commandLine, ends, false, StopPolicy.WHOLE_TREE);
        running.add(process);
        return process;
    }

    /** Waits for the end of one of them, and until its output is delivered. */
    public ExitStatus await(StreamedProcess process) throws InterruptedException {
        ExitStatus status = process.waitFor();
        synchronized (this) {
            running.remove(process);
        }
        return status;
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is running, and does the same.
        }
    }

    /** All at the same time: one that does not want to end does not keep the others. */
    private void stopAll() {
        List<Thread> stops = new ArrayList<>();
        synchronized (this) {
            closed = true;
            running.forEach(process -> stops.add(new Thread(process::stop, "invowk-stop")));
        }
        stops.forEach(Thread::start);
        boolean interrupted = false;
        for (Thread stop : stops) {
            while (stop.isAlive()) {
                try {
                    stop.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
