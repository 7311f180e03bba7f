// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends the threads that belong together: a whole run of a shell, or one of its jobs. */
final class Cancellation {
    private final Set<Thread> threads = new HashSet<>();
    private final Set<Cancellation> children = new HashSet<>();
    private volatile @Nullable Signal signal;

    /** One that ends with this one. */
    synchronized Cancellation child() {
        Cancellation child = new Cancellation();
        child.signal = signal;
        children.add(child);
        return child;
    }

    /** Forgets one that has ended. */
    synchronized void forget(Cancellation child) {
        children.remove(child);
    }

    synchronized void add(Thread thread) {
        threads.add(thread);
        if (signal != null) {
            thread.interrupt();
        }
    }

    synchronized void remove(Thread thread) {
        threads.remove(thread);
    }

    /** Ends all threads as a signal would. */
    synchronized void cancel(Signal by) {
        signal = by;
        threads.forEach(Thread::interrupt);
        children.forEach(child -> child.cancel(by));
    }

    /** The signal that ended this; null while it goes on. */
    @Nullable
    Signal signal() {
        return signal;
    }
}
