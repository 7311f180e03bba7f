// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.fuzz;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Gives a target one text after the other, until the time is over: {@code -Dinvowk.fuzz.seconds}, 5 by default. Text
 * number n is the same in every run with the same {@code -Dinvowk.fuzz.seed}.
 */
public final class FuzzRun {
    private static final Duration HANGS = Duration.ofSeconds(60);
    /** How long smaller texts are tried; one that hangs takes all of its own time, and goes on. */
    private static final Duration SHRINKING = Duration.ofMinutes(3);

    private static final Path SEEDS = Path.of("src/test/resources");

    private final List<String> seeds;
    private final Consumer<String> target;
    private final long seed = Long.getLong("invowk.fuzz.seed", 1L);

    private FuzzRun(List<String> seeds, Consumer<String> target) {
        this.seeds = seeds;
        this.target = target;
    }

    /**
     * Runs a target.
     *
     * @param folder below the test resources; its {@code .cue} files are the texts to begin with
     * @param target takes any text; an exception is a finding
     */
    public static void over(String folder, Consumer<String> target) {
        new FuzzRun(seeds(folder), target).run();
    }

    /**
     * Runs a target.
     *
     * @param seeds the texts to begin with
     * @param target takes any text; an exception is a finding
     */
    public static void over(List<String> seeds, Consumer<String> target) {
        new FuzzRun(seeds, target).run();
    }

    private static List<String> seeds(String folder) {
        try (Stream<Path> files = Files.walk(SEEDS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".cue"))
                    .sorted()
                    .map(FuzzRun::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() {
        for (String text : seeds) {
            check(text, "a text to begin with");
        }
        long number = seed << 32;
        TextMutator mutator = new TextMutator(seeds);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger("invowk.fuzz.seconds", 5));
        while (System.nanoTime() < end) {
            String text = mutator.text(number);
            check(text, "text " + number);
            number++;
        }
    }

    private void check(String text, String name) {
        String problem = problem(text);
        if (!problem.isEmpty()) {
            String least = smaller(text);
            fail("%s of -Dinvowk.fuzz.seed=%d: %s%n%s", name, seed, problem(least), least);
        }
    }

    /** What goes wrong with a text; empty if nothing does. */
    private String problem(String text) {
        FutureTask<Void> task = new FutureTask<>(() -> target.accept(text), null);
        Thread thread = new Thread(task, "fuzz");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(HANGS.toSeconds(), TimeUnit.SECONDS);
            return "";
        } catch (ExecutionException e) {
            return cause(e).toString();
        } catch (TimeoutException e) {
            return "no answer within " + HANGS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static Throwable cause(Throwable outer) {
        Throwable cause = outer;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** A text that still shows a problem, with as many pieces left out as can be. */
    private String smaller(String text) {
        String least = text;
        long end = System.nanoTime() + SHRINKING.toNanos();
        for (int size = Math.max(1, text.length() / 2); size > 0; size /= 2) {
            for (int at = 0; at + size <= least.length() && System.nanoTime() < end; ) {
                String shorter = least.substring(0, at) + least.substring(at + size);
                if (problem(shorter).isEmpty()) {
                    at += size;
                } else {
                    least = shorter;
                }
            }
        }
        return least;
    }
}
