// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.concurrent.TimeUnit;

/** An asynchronous list. */
final class Job {
    private final long id;
    private final Cancellation cancellation;
    private int status;
    private boolean done;

    Job(long id, Cancellation cancellation) {
        this.id = id;
        this.cancellation = cancellation;
    }

    /** What {@code $!} shows. */
    long id() {
        return id;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    synchronized void finish(int exitStatus) {
        status = exitStatus;
        done = true;
        notifyAll();
    }

    synchronized boolean isDone() {
        return done;
    }

    /** Waits for its end; its exit status. */
    synchronized int await() throws InterruptedException {
        while (!done) {
            wait();
        }
        return status;
    }

    /** Waits for its end for so many nanoseconds; whether it has ended. */
    synchronized boolean await(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (!done) {
            long rest = end - System.nanoTime();
            if (rest <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, rest);
        }
        return true;
    }
}
