// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of lines in a limited space: what is more goes to temporary files as sorted runs, which are merged.
 * Lines that are equal stay in the order in which they came.
 */
final class LineSorter implements AutoCloseable {
    /** What a line takes in memory besides its bytes. */
    private static final int OVERHEAD = 24;

    /** Runs that are merged at a time. */
    private static final int MAX_RUNS = 64;

    private final Comparator<byte[]> order;
    private final boolean zero;
    private final long maxBytes;
    private final Path directory;
    private final List<Path> runs = new ArrayList<>();
    private List<byte[]> lines = new ArrayList<>();
    private long bytes;

    /** Takes sorted lines. */
    interface Target {
        void line(byte[] line) throws IOException;
    }

    /** A run that is read: its next line. */
    private static final class Run {
        private final int index;
        private final InputStream stream;
        private final Lines lines;

        Run(int index, InputStream stream, boolean zero) {
            this.index = index;
            this.stream = stream;
            this.lines = new Lines(stream, zero);
        }
    }

    /**
     * Sorts by an order.
     *
     * @param zero whether lines end with the null character
     * @param maxBytes what lines may take in memory
     * @param directory where the temporary files go
     */
    LineSorter(Comparator<byte[]> order, boolean zero, long maxBytes, Path directory) {
        this.order = order;
        this.zero = zero;
        this.maxBytes = maxBytes;
        this.directory = directory;
    }

    void add(byte[] line) throws IOException {
        lines.add(line);
        bytes += line.length + OVERHEAD;
        if (bytes > maxBytes) {
            spill();
        }
    }

    private void spill() throws IOException {
        List<byte[]> sorted = lines;
        lines = new ArrayList<>();
        bytes = 0;
        sorted.sort(order);
        write(target -> {
            for (byte[] line : sorted) {
                target.line(line);
            }
        });
        if (runs.size() == MAX_RUNS) {
            List<Path> merged = List.copyOf(runs);
            write(target -> merge(merged, target));
            for (Path run : merged) {
                Files.delete(run);
            }
            runs.removeAll(merged);
        }
    }

    /** Gives lines to a target. */
    private interface Source {
        void giveTo(Target target) throws IOException;
    }

    private void write(Source source) throws IOException {
        UtilityCall.checkInterrupt();
        Path run = newRun();
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(run), 64 * 1024)) {
            source.giveTo(line -> {
                stream.write(line);
                stream.write(zero ? 0 : '\n');
            });
        }
    }

    private Path newRun() throws IOException {
        try {
            Path run = Files.createTempFile(directory, "sort", null);
            runs.add(run);
            return run;
        } catch (FileSystemException e) {
            throw new UtilityException(
                    2, "cannot create temporary file in '" + directory + "': " + UtilityCall.reason(e));
        }
    }

    /** Gives all lines in order to a target. */
    void finish(Target target) throws IOException {
        if (runs.isEmpty()) {
            lines.sort(order);
            for (byte[] line : lines) {
                target.line(line);
            }
        } else {
            spill();
            merge(runs, target);
        }
    }

    private void merge(List<Path> paths, Target target) throws IOException {
        Comparator<Run> next = Comparator.comparing(run -> run.lines.line(), order);
        PriorityQueue<Run> queue = new PriorityQueue<>(next.thenComparingInt(run -> run.index));
        List<Run> open = new ArrayList<>();
        try {
            for (Path path : paths) {
                Run run = new Run(open.size(), Files.newInputStream(path), zero);
                open.add(run);
                if (run.lines.advance()) {
                    queue.add(run);
                }
            }
            for (Run run = queue.poll(); run != null; run = queue.poll()) {
                target.line(run.lines.line());
                if (run.lines.advance()) {
                    queue.add(run);
                }
            }
        } finally {
            for (Run run : open) {
                run.stream.close();
            }
        }
    }

    /** Removes the temporary files. */
    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }
}
