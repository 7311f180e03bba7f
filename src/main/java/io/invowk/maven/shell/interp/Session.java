// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.FileAccess;
import io.invowk.maven.shell.port.Programs;
import io.invowk.maven.shell.utility.Utilities;
import io.invowk.maven.shell.utility.Utility;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What all execution environments of one run share. */
public final class Session implements AutoCloseable {
    /** Function calls, subshells and sourced files inside each other. */
    static final int MAX_DEPTH = 4000;

    /** Threads that run commands at the same time. */
    static final int MAX_THREADS = 2000;

    /** What a thread needs for that depth; the system only takes what is used. */
    private static final long STACK_BYTES = 128L * 1024 * 1024;

    /** Above what any system gives to a process. */
    private static final long FIRST_JOB_ID = 1L << 23;

    private final Programs programs;
    private final FileAccess files;
    private final boolean utilities;
    private final long processId;
    private final long parentId;
    private final CpuTimes atStart;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicLong jobIds = new AtomicLong(FIRST_JOB_ID);
    private final AtomicInteger running = new AtomicInteger();
    private final List<Job> jobs = new ArrayList<>();
    private final List<Signal> pending = new ArrayList<>();
    private volatile boolean hasPending;
    private boolean failed;
    private @Nullable Throwable crash;
    private @Nullable Path directory;
    private int pathCount;
    private @Nullable Thread waiting;

    /** Runs with these ports; with the utilities inside, or with programs only. */
    public Session(Programs programs, FileAccess files, boolean utilities, long processId, long parentId) {
        this.programs = programs;
        this.files = files;
        this.utilities = utilities;
        this.processId = processId;
        this.parentId = parentId;
        this.atStart = CpuTimes.now(files);
    }

    Programs programs() {
        return programs;
    }

    /** The utility of a name that is inside and wins over programs. */
    Optional<Utility> utility(String name) {
        return utilities ? Utilities.find(name) : Optional.empty();
    }

    FileAccess files() {
        return files;
    }

    long processId() {
        return processId;
    }

    /** What processors have worked since the script began. */
    CpuTimes cpuTimes() {
        return CpuTimes.now(files).since(atStart);
    }

    long parentId() {
        return parentId;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Ends all that runs, because the script asked for too much; whether this is the first time. */
    synchronized boolean fail() {
        boolean first = !failed;
        failed = true;
        cancel();
        return first;
    }

    /** Whether the script asked for too much. */
    synchronized boolean hasFailed() {
        return failed;
    }

    /** Ends all that runs, because of an error that is not the script's. */
    synchronized void crash(Throwable cause) {
        crash = crash == null ? cause : crash;
        cancel();
    }

    /** Throws what ended a thread before its end, if any was. */
    synchronized void throwCrash() {
        if (crash instanceof RuntimeException exception) {
            throw exception;
        }
        if (crash instanceof Error error) {
            throw error;
        }
    }

    /** Ends all that runs. */
    public void cancel() {
        cancellation.cancel(Signal.TERM);
    }

    /** Runs a task in a thread of its own, with a stack for the deepest scripts. */
    public Thread start(String name, Runnable task) {
        return start(name, cancellation, task);
    }

    Thread start(String name, Cancellation owner, Runnable task) {
        if (running.incrementAndGet() > MAX_THREADS) {
            running.decrementAndGet();
            throw new LimitException("more than " + MAX_THREADS + " commands at the same time");
        }
        Runnable counted = () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                crash(e);
            } finally {
                owner.remove(Thread.currentThread());
                running.decrementAndGet();
            }
        };
        Thread thread = new Thread(null, counted, name, STACK_BYTES);
        thread.setDaemon(true);
        owner.add(thread);
        thread.start();
        return thread;
    }

    /** Notes a new job. */
    synchronized Job addJob(Cancellation owner) {
        Job job = new Job(jobIds.getAndIncrement(), owner);
        jobs.removeIf(Job::isDone);
        jobs.add(job);
        return job;
    }

    /** A job that runs, or ended while no other was begun; null if there is none. */
    synchronized @Nullable Job job(long id) {
        return jobs.stream().filter(job -> job.id() == id).findFirst().orElse(null);
    }

    /**
     * Waits for all jobs, also those that nobody waits for.
     *
     * @param end until when, by {@link System#nanoTime}; the greatest number: for ever
     * @return whether all have ended
     */
    boolean awaitJobs(long end) throws InterruptedException {
        while (true) {
            Job next;
            synchronized (this) {
                jobs.removeIf(Job::isDone);
                if (jobs.isEmpty()) {
                    return true;
                }
                next = jobs.get(0);
            }
            if (end == Long.MAX_VALUE) {
                next.await();
            } else if (!next.await(end - System.nanoTime())) {
                return false;
            }
        }
    }

    /** Sends a signal to the shell itself. */
    synchronized void signal(Signal signal) {
        pending.add(signal);
        hasPending = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    /** Notes the thread of the shell while it waits for a job, so that signals wake it. */
    synchronized void setWaiting(@Nullable Thread thread) {
        waiting = thread;
        if (thread != null && hasPending) {
            thread.interrupt();
        }
    }

    synchronized Optional<Signal> firstPending() {
        return pending.stream().findFirst();
    }

    boolean hasPending() {
        return hasPending;
    }

    synchronized List<Signal> takePending() {
        List<Signal> taken = List.copyOf(pending);
        pending.clear();
        hasPending = false;
        return taken;
    }

    /** A path in a directory of this run that nothing is at yet. */
    synchronized Path newPath() throws IOException {
        if (directory == null) {
            directory = files.createTemporaryDirectory();
        }
        pathCount++;
        return directory.resolve(Integer.toString(pathCount));
    }

    @Override
    public synchronized void close() throws IOException {
        if (directory != null) {
            files.removeDirectory(directory);
        }
    }
}
