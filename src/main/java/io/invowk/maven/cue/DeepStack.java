// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work that nests as deep as the values it is about, on a stack of its own. */
final class DeepStack<R> implements Runnable {
    /** Memory that is not used is not taken. */
    private static final long BYTES = 1L << 30;

    private final Supplier<R> work;
    private @Nullable R result;
    private @Nullable Throwable failure;

    private DeepStack(Supplier<R> work) {
        this.work = work;
    }

    /**
     * Does the work and waits for it, also when interrupted: it is bounded by limits of its own.
     *
     * @throws UserException if the heap is too small for it
     */
    static <R> R run(Supplier<R> work) {
        DeepStack<R> task = new DeepStack<>(work);
        Thread thread = new Thread(null, task, "cue", BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (task.failure instanceof OutOfMemoryError) {
            throw new UserException(Diagnostic.of("the heap is too small for this CUE")
                    .help("give Maven more, with MAVEN_OPTS=-Xmx1g for example"));
        }
        if (task.failure != null) {
            throw new IllegalStateException("evaluation of CUE failed", task.failure);
        }
        return Objects.requireNonNull(task.result);
    }

    @Override
    public void run() {
        try {
            result = work.get();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }
}
