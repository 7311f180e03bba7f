// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Interrupts a thread when this process is about to end (Ctrl-C), and lets it end what it has begun. */
public final class ExitHook implements AutoCloseable {
    /** How long the end of this process may wait for that: longer than {@link StopPolicy#WHOLE_TREE} takes. */
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final Thread owner = Thread.currentThread();
    private final Thread hook = new Thread(this::shutDown, "invowk-stop");
    private final CountDownLatch done = new CountDownLatch(1);

    private ExitHook() {}

    /** A hook for this thread, until it is closed. */
    public static ExitHook forThisThread() throws IOException {
        ExitHook created = new ExitHook();
        try {
            Runtime.getRuntime().addShutdownHook(created.hook);
        } catch (IllegalStateException e) {
            throw new IOException("this process is about to end", e);
        }
        return created;
    }

    private void shutDown() {
        synchronized (this) {
            if (done.getCount() == 0) {
                return;
            }
            owner.interrupt();
        }
        try {
            if (!done.await(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("invowk: a command did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            done.countDown();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is running, and has nothing left to wait for.
        }
    }
}
