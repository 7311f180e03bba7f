// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.jspecify.annotations.Nullable;

/** One run of one process. The library waits, limits and moves streams; starting and ending are ours. */
final class ProcessRun extends DefaultExecutor {
    private final io.invowk.maven.process.CommandLine commandLine;
    private final Stdio stdio;
    private final StopPolicy policy;
    private @Nullable ProcessTree tree;
    private boolean shuttingDown;

    /** The library's builder cannot make a subclass, so its old constructor is used. */
    @SuppressWarnings("deprecation")
    ProcessRun(io.invowk.maven.process.CommandLine commandLine, Stdio stdio, StopPolicy policy) {
        this.commandLine = commandLine;
        this.stdio = stdio;
        this.policy = policy;
        Stdio read = stdio instanceof Stdio.OutputFile output ? output.others() : stdio;
        setStreamHandler(read instanceof Stdio.Lines lines ? new LineStreams(lines) : new OwnStreams());
        setExitValues(null);
    }

    /** Starts the process and waits for its end; the exit status is meaningless if the thread was interrupted. */
    int execute() throws IOException {
        Thread hook = new Thread(this::shutDown, "invowk-stop");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new IOException("this process is about to end", e);
        }
        try {
            return execute(new CommandLine(commandLine.program()));
        } finally {
            stop();
            removeHook(hook);
        }
    }

    /** Whether the waiting thread was interrupted before the process had ended. */
    synchronized boolean wasInterrupted() {
        return tree != null && tree.wasInterrupted();
    }

    @Override
    protected Process launch(CommandLine ignored, Map<String, String> environment, Path directory) throws IOException {
        System.out.flush();
        System.err.flush();
        synchronized (this) {
            if (shuttingDown) {
                throw new IOException("this process is about to end");
            }
            ProcessTree started = new ProcessTree(processBuilder().start(), policy);
            tree = started;
            return started;
        }
    }

    private ProcessBuilder processBuilder() throws IOException {
        ProcessBuilder builder = commandLine.builder();
        if (stdio instanceof Stdio.Inherited) {
            return builder.inheritIO();
        }
        builder.redirectInput(Redirect.from(Redirect.DISCARD.file()));
        if (stdio instanceof Stdio.Unchanged) {
            builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        } else if (stdio instanceof Stdio.OutputFile output) {
            builder.redirectOutput(output.file().toFile());
            if (!(output.others() instanceof Stdio.Lines)) {
                builder.redirectError(Redirect.INHERIT);
            }
        }
        return builder;
    }

    private void shutDown() {
        synchronized (this) {
            shuttingDown = true;
        }
        stop();
    }

    private void stop() {
        ProcessTree started;
        synchronized (this) {
            started = tree;
        }
        if (started != null) {
            started.destroy();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is running: it has nothing left to stop.
        }
    }
}
