// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A time limit of all that a thread does: it is interrupted when the time is over. */
final class GoalLimit {
    private final Duration limit;
    private final Thread goal = Thread.currentThread();
    private boolean done;
    private boolean over;

    private GoalLimit(Duration limit) {
        this.limit = limit;
    }

    /**
     * Does something in this thread.
     *
     * @param limit zero: none
     * @throws UserException if the time was over before it was done
     */
    static <T> T within(Duration limit, Callable<T> work) throws Exception {
        return limit.isZero() ? work.call() : new GoalLimit(limit).call(work);
    }

    private <T> T call(Callable<T> work) throws Exception {
        Thread timer = new Thread(this::await, "invowk-goal-limit");
        timer.setDaemon(true);
        timer.start();
        try {
            return work.call();
        } catch (Exception e) {
            throw close() ? tooLong(e) : e;
        } finally {
            timer.interrupt();
            if (close()) {
                // the interrupt does not outlive what it was for
                Thread.interrupted();
            }
        }
    }

    private void await() {
        try {
            TimeUnit.NANOSECONDS.sleep(limit.toNanos());
        } catch (InterruptedException e) {
            return;
        }
        synchronized (this) {
            if (!done) {
                over = true;
                goal.interrupt();
            }
        }
    }

    /** Whether the thread was interrupted; from now on it will not be. */
    private synchronized boolean close() {
        done = true;
        return over;
    }

    private UserException tooLong(Exception e) {
        List<Diagnostic> problems = new ArrayList<>();
        problems.add(Diagnostic.of("the goal timed out after " + limit.toSeconds()
                        + (limit.toSeconds() == 1 ? " second" : " seconds"))
                .help("-Dinvowk.goalTimeout sets the limit of all commands together in seconds, 0 is none"));
        if (e instanceof UserException user) {
            problems.addAll(user.diagnostics());
        } else {
            problems.add(Diagnostic.of(String.valueOf(e.getMessage())));
        }
        return new UserException(problems);
    }
}
