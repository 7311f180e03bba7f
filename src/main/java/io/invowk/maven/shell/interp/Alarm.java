// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Interrupts the thread that set it when its time is over, once. */
final class Alarm implements AutoCloseable {
    private final Thread sleeper = Thread.currentThread();
    private final @Nullable Thread clock;
    private boolean closed;
    private boolean rung;

    /** One that rings after so many nanoseconds; zero: never. */
    Alarm(long nanos) {
        this.clock = nanos == 0 ? null : new Thread(() -> ring(nanos), "invowk-alarm");
        if (clock != null) {
            clock.setDaemon(true);
            clock.start();
        }
    }

    private synchronized void ring(long nanos) {
        long end = System.nanoTime() + nanos;
        try {
            long rest = nanos;
            while (!closed && rest > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, rest);
                rest = end - System.nanoTime();
            }
        } catch (InterruptedException e) {
            return;
        }
        if (!closed) {
            rung = true;
            sleeper.interrupt();
        }
    }

    /** Whether the time was over before this was closed. */
    synchronized boolean hasRung() {
        return rung;
    }

    /** Ends it; an interrupt of its own is taken back. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        if (rung) {
            Thread.interrupted();
        }
    }
}
