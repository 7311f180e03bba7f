// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process whose streams lead to code of this process while it runs. */
public final class StreamedProcess {
    private final ProcessTree tree;
    private final Optional<InputFeeder> feeder;
    private final List<OutputCopy> copies;

    private StreamedProcess(ProcessTree tree, Optional<InputFeeder> feeder, List<OutputCopy> copies) {
        this.tree = tree;
        this.feeder = feeder;
        this.copies = copies;
    }

    /**
     * Where the streams of a process lead to.
     *
     * @param input empty: what the streams of this process have; no input, unless they are inherited
     * @param output empty: standard output of this process itself
     * @param errors empty: standard error of this process itself
     */
    public record Ends(Optional<ProcessInput> input, Optional<Output> output, Optional<Output> errors) {}

    /**
     * Takes what a process writes.
     *
     * @param stream stays open
     * @param ownEnd whether the end of the process is the end of its output, even if another process that it has left behind
     *     still holds the stream
     */
    public record Output(OutputStream stream, boolean ownEnd) {}

    /**
     * Starts a process.
     *
     * @param inherited whether it may read standard input of this process
     * @throws IOException if it cannot be started
     */
    public static StreamedProcess start(CommandLine commandLine, Ends ends, boolean inherited, StopPolicy policy)
            throws IOException {
        ProcessBuilder builder = commandLine.builder();
        if (ends.input().isEmpty()) {
            builder.redirectInput(inherited ? Redirect.INHERIT : Redirect.from(Redirect.DISCARD.file()));
        }
        if (ends.output().isEmpty()) {
            builder.redirectOutput(Redirect.INHERIT);
        }
        if (ends.errors().isEmpty()) {
            builder.redirectError(Redirect.INHERIT);
        }
        Process process = builder.start();
        List<OutputCopy> copies = new ArrayList<>();
        copy("invowk-stdout", process.getInputStream(), ends.output(), copies);
        copy("invowk-stderr", process.getErrorStream(), ends.errors(), copies);
        Optional<InputFeeder> feeder = ends.input().map(input -> InputFeeder.start(process, input));
        return new StreamedProcess(new ProcessTree(process, policy), feeder, copies);
    }

    private static void copy(String name, InputStream from, Optional<Output> to, List<OutputCopy> copies) {
        to.ifPresent(output -> copies.add(OutputCopy.start(name, from, output)));
    }

    /** Waits for its end, and until its output is delivered. */
    public ExitStatus waitFor() throws InterruptedException {
        int status = tree.waitFor();
        if (feeder.isPresent()) {
            feeder.get().stop();
        }
        for (OutputCopy copy : copies) {
            copy.finish();
        }
        return new ExitStatus(status);
    }

    /** Ends it with all its descendants, and waits for that; what they write while they end is delivered as far as it can be. */
    public void stop() {
        tree.destroy();
        boolean interrupted = Thread.interrupted();
        try {
            for (OutputCopy copy : copies) {
                copy.finishIfOwnEnd();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
