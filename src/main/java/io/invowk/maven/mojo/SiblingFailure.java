// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import java.util.concurrent.TimeUnit;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;

/**
 * Interrupts a goal's thread when another module of the build fails meanwhile. Maven itself starts no further goal then,
 * but lets those that run go on to their end.
 */
final class SiblingFailure implements AutoCloseable {
    /** How long a failed build may go on unnoticed. */
    private static final long POLL_MILLIS = 100;

    private final MavenExecutionResult result;
    private final Thread goal;
    private final Thread watcher;
    private boolean closed;
    private volatile boolean seen;

    private SiblingFailure(MavenExecutionResult result, Thread goal) {
        this.result = result;
        this.goal = goal;
        this.watcher = new Thread(this::watch, "invowk-sibling-failure");
    }

    /** Watches the build of a session for the goal that this thread runs. */
    static SiblingFailure watch(MavenSession session) {
        SiblingFailure watch = new SiblingFailure(session.getResult(), Thread.currentThread());
        watch.watcher.setDaemon(true);
        watch.watcher.start();
        return watch;
    }

    /** Whether goals of a build run at the same time, and its first failure is its end. */
    static boolean endsBuild(MavenExecutionRequest request) {
        return request.getDegreeOfConcurrency() > 1
                && MavenExecutionRequest.REACTOR_FAIL_FAST.equals(request.getReactorFailureBehavior());
    }

    /** Whether another module has failed, and the goal was interrupted for that. */
    boolean seen() {
        return seen;
    }

    private void watch() {
        try {
            while (!result.hasExceptions()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            return;
        }
        synchronized (this) {
            if (!closed) {
                seen = true;
                goal.interrupt();
            }
        }
    }

    /** Ends the watch; the interrupt it made, if any, does not outlive the goal. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        watcher.interrupt();
        if (seen) {
            Thread.interrupted();
        }
    }
}
