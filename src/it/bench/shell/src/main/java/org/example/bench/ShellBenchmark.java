// SPDX-License-Identifier: Apache-2.0
package org.example.bench;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.shell.LocalFiles;
import io.invowk.maven.shell.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Runs scripts in the shell of the plugin, warm, and in other shells, in turns. */
public final class ShellBenchmark {
    private static final String[] WORKLOADS = {"loop", "strings", "read", "functions", "pipeline"};
    /** Before anything counts. */
    private static final int WARM_UPS = 8;

    /** Between two looks at the memory. */
    private static final long PAUSE_MILLIS = 20;

    private static final long MEGABYTE = 1_000_000;

    private final Path scripts;
    /** As variables: not all shells give arguments to a script. */
    private final Map<String, String> variables;

    private final List<String> others;

    private ShellBenchmark(Path scripts, Path data, int times, List<String> others) throws IOException {
        this.scripts = scripts;
        this.variables = Map.of(
                "long_text", text(data.resolve("long"), 10 * MEGABYTE).toString(),
                "short_text", text(data.resolve("short"), MEGABYTE).toString(),
                "times", Integer.toString(times));
        this.others = others;
    }

    /**
     * Prints a line for each workload and shell: workload, shell, microseconds. Of a process the time of an empty script is
     * taken off.
     *
     * <p>{@code time SCRIPTS DATA ROUNDS [SHELL...]}, or {@code memory SCRIPTS DATA TIMES}, which prints the greatest number
     * of bytes that were in use while the pipeline ran over the text so many times.
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        Path scripts = Path.of(words[1]).toAbsolutePath();
        Path data = Path.of(words[2]).toAbsolutePath();
        int number = Integer.parseInt(words[3]);
        if (words[0].equals("memory")) {
            System.out.println(new ShellBenchmark(scripts, data, number, List.of()).usedBytes());
            return;
        }
        List<String> others = List.of(words).subList(4, words.length);
        new ShellBenchmark(scripts, data, 10, others).compare(number);
    }

    /** A text of lines with words, numbers and now and then an error. */
    private static Path text(Path file, long bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int line = 1; text.length() < bytes; line++) {
            text.append("line ").append(line).append(line % 10 == 0 ? " error" : " info").append(" module-");
            text.append(line * 7919L % 101).append(" the quick brown fox jumps over the lazy dog\n");
        }
        Files.writeString(file, text);
        return file;
    }

    private void compare(int rounds) throws IOException, InterruptedException {
        for (String workload : WORKLOADS) {
            List<List<Long>> times = new ArrayList<>();
            for (int i = 0; i <= 2 * others.size(); i++) {
                times.add(new ArrayList<>());
            }
            byte[] expected = {};
            for (int i = 0; i < WARM_UPS; i++) {
                expected = run(workload);
            }
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                check(workload, expected, run(workload));
                times.get(0).add(System.nanoTime() - start);
                for (int i = 0; i < others.size(); i++) {
                    start = System.nanoTime();
                    process(others.get(i), "nothing");
                    times.get(2 * i + 1).add(System.nanoTime() - start);
                    start = System.nanoTime();
                    check(workload, expected, process(others.get(i), workload));
                    times.get(2 * i + 2).add(System.nanoTime() - start);
                }
            }
            System.out.printf("%s ours %d%n", workload, median(times.get(0)) / 1000);
            for (int i = 0; i < others.size(); i++) {
                long net = median(times.get(2 * i + 2)) - median(times.get(2 * i + 1));
                System.out.printf("%s %s %d%n", workload, others.get(i), net / 1000);
            }
        }
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    private static void check(String workload, byte[] expected, byte[] output) {
        if (output.length == 0 || !Arrays.equals(expected, output)) {
            throw new IllegalStateException(workload + ": \"" + new String(output, StandardCharsets.UTF_8)
                    + "\" instead of \"" + new String(expected, StandardCharsets.UTF_8) + "\"");
        }
    }

    private Path script(String workload) {
        return scripts.resolve(workload + ".sh");
    }

    private byte[] run(String workload) throws IOException, InterruptedException {
        SourceText script = new SourceText(workload, Files.readString(script(workload)));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Shell shell = new Shell(
                call -> {
                    throw new IOException(call.program() + ": no program is needed");
                },
                new LocalFiles(),
                true);
        int status = shell.run(
                new Shell.Request(script, List.of(), variables, Path.of("/")),
                new Shell.Streams(InputStream.nullInputStream(), output, errors));
        if (status != 0 || errors.size() > 0) {
            throw new IllegalStateException(
                    workload + ": exit status " + status + ", " + errors.toString(StandardCharsets.UTF_8));
        }
        return output.toByteArray();
    }

    private byte[] process(String shell, String workload) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(shell, script(workload).toString());
        builder.environment().putAll(variables);
        Process process =
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(shell + ": " + workload + ": exit status " + process.exitValue());
        }
        return output;
    }

    /** What is in use right after a collection, looked at again and again. */
    private long usedBytes() throws IOException, InterruptedException {
        AtomicLong most = new AtomicLong();
        Thread collector = new Thread(() -> {
            try {
                while (true) {
                    System.gc();
                    long used =
                            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                    most.accumulateAndGet(used, Math::max);
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                // The pipeline has ended.
            }
        });
        collector.setDaemon(true);
        run("functions");
        collector.start();
        run("pipeline");
        collector.interrupt();
        collector.join();
        return most.get();
    }
}
