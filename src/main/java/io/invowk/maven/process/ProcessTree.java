// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process whose {@link #destroy} ends its descendants too, as a {@link StopPolicy} says, and waits for that.
 *
 * <p>Signals go through process handles: {@link Process#destroy} would close the streams, and lose what a process
 * writes while it ends.
 */
final class ProcessTree extends Process {
    /** SIGKILL cannot be refused; a process in an uninterruptible wait can still be late. */
    private static final Duration KILL_WAIT = Duration.ofSeconds(2);

    /** How often it is looked whether a process that was asked has ended: nobody tells of those that are not children. */
    private static final Duration POLL = Duration.ofMillis(20);

    private final Process root;
    private final StopPolicy policy;
    private volatile boolean interrupted;

    ProcessTree(Process root, StopPolicy policy) {
        this.root = root;
        this.policy = policy;
    }

    /** Whether a thread was interrupted while it waited for the end. */
    boolean wasInterrupted() {
        return interrupted;
    }

    @Override
    public int waitFor() throws InterruptedException {
        try {
            return root.waitFor();
        } catch (InterruptedException e) {
            interrupted = true;
            throw e;
        }
    }

    /** Ends the whole tree. Callers that come meanwhile wait until it has ended. An interrupt shortens the grace. */
    @Override
    public synchronized void destroy() {
        if (!root.isAlive()) {
            return;
        }
        boolean wasInterrupted = Thread.interrupted();
        Set<ProcessHandle> tree = new LinkedHashSet<>();
        tree.add(root.toHandle());
        root.descendants().forEach(tree::add);
        if (!policy.alone().isZero()) {
            root.toHandle().destroy();
            wasInterrupted |= awaitEnd(List.of(root.toHandle()), policy.alone());
            root.descendants().forEach(tree::add);
        }
        tree.forEach(ProcessHandle::destroy);
        wasInterrupted |= awaitEnd(tree, policy.grace());
        for (ProcessHandle asked : List.copyOf(tree)) {
            asked.descendants().forEach(tree::add);
        }
        tree.forEach(ProcessHandle::destroyForcibly);
        wasInterrupted |= awaitEnd(tree, KILL_WAIT);
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when all have ended, the limit is over or this thread is interrupted; true in the last case. */
    private static boolean awaitEnd(Collection<ProcessHandle> handles, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!handles.stream().allMatch(ProcessTree::hasEnded) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /**
     * Whether a process runs no more. One that has ended but that nobody has taken notice of is still listed, for ever
     * where the first process of a container does not care for orphans; it has neither a program nor arguments.
     */
    private static boolean hasEnded(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return true;
        }
        ProcessHandle.Info info = handle.info();
        return info.command().isEmpty() && info.arguments().isEmpty();
    }

    @Override
    public int exitValue() {
        return root.exitValue();
    }

    @Override
    public boolean isAlive() {
        return root.isAlive();
    }

    @Override
    public OutputStream getOutputStream() {
        return root.getOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return root.getInputStream();
    }

    @Override
    public InputStream getErrorStream() {
        return root.getErrorStream();
    }
}
