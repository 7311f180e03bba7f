// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.exec.ExecuteWatchdog;

/**
 * Starts processes and waits for their end. When this process ends first (Ctrl-C), the waiting thread is interrupted or
 * a limit is over, the process is ended with all its descendants. Safe for use by several threads.
 */
public final class ProcessRunner {
    private final StopPolicy policy;

    /** A runner that ends its processes by the given policy. */
    public ProcessRunner(StopPolicy policy) {
        this.policy = policy;
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException if it cannot be started
     * @throws InterruptedIOException if the thread was interrupted; the process has ended, the interrupt flag is set
     */
    public ExitStatus run(CommandLine commandLine, Stdio stdio) throws IOException {
        return run(new ProcessRun(commandLine, stdio, policy), commandLine);
    }

    /**
     * Runs a program to its end, for at most a limited time.
     *
     * @return empty if the limit was over and the process was ended
     * @throws IOException if it cannot be started
     * @throws InterruptedIOException if the thread was interrupted; the process has ended, the interrupt flag is set
     */
    public Optional<ExitStatus> run(CommandLine commandLine, Stdio stdio, Duration limit) throws IOException {
        ExecuteWatchdog watchdog = ExecuteWatchdog.builder().setTimeout(limit).get();
        ProcessRun run = new ProcessRun(commandLine, stdio, policy);
        run.setWatchdog(watchdog);
        ExitStatus status = run(run, commandLine);
        return watchdog.killedProcess() ? Optional.empty() : Optional.of(status);
    }

    private static ExitStatus run(ProcessRun run, CommandLine commandLine) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(commandLine.program() + " was not started: interrupted");
        }
        int status = run.execute();
        if (run.wasInterrupted()) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(commandLine.program() + " was interrupted");
        }
        return new ExitStatus(status);
    }
}
