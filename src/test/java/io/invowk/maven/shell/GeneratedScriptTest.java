// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.conformance.HostPrograms;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scripts of a generator have the same outcome in our shell and in dash, or at least in bash: where that gives our outcome, it is
 * dash that has a mistake. There are {@code -Dinvowk.generated.scripts} of them, 2000 by default. Script number n is the
 * same in every run with the same {@code -Dinvowk.generated.seed}.
 */
class GeneratedScriptTest {
    /** Much more than a script takes on a busy machine; none may need it. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final List<String> DASH = List.of("dash");
    private static final List<String> BASH = List.of("bash", "--posix");

    /** How long smaller scripts are tried. */
    private static final Duration SHRINKING = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    /** What a shell made of a script: its output, its exit status or why there is none, and the files it left. */
    private record Outcome(String output, String status, String files) {}

    @Test
    void generatedScriptsHaveTheOutcomeOfDash() throws IOException, InterruptedException {
        assumeTrue(isThere("dash") && isThere("bash"), "dash or bash is not installed");
        long seed = Long.getLong("invowk.generated.seed", 1L);
        int scripts = Integer.getInteger("invowk.generated.scripts", 2000);
        for (int number = 0; number < scripts; number++) {
            ScriptNode script = ScriptGenerator.commands((seed << 32) + number);
            if (isDifferent(script)) {
                String least = ScriptGenerator.text(smallest(script));
                fail(
                        "script %d of -Dinvowk.generated.seed=%d%n%s%n%nours %s%ndash %s%nbash %s",
                        number, seed, least, ours(least), reference(DASH, least), reference(BASH, least));
            }
        }
    }

    private boolean isDifferent(ScriptNode commands) throws IOException, InterruptedException {
        String text = ScriptGenerator.text(commands);
        Outcome ours = ours(text);
        return !ours.equals(reference(DASH, text)) && !ours.equals(reference(BASH, text));
    }

    /** A script that still shows a difference, with as little as can be. */
    private ScriptNode smallest(ScriptNode commands) throws IOException, InterruptedException {
        ScriptNode least = commands;
        long end = System.nanoTime() + SHRINKING.toNanos();
        Iterator<ScriptNode> next = least.smaller().iterator();
        while (next.hasNext() && System.nanoTime() < end) {
            ScriptNode smaller = next.next();
            if (isDifferent(smaller)) {
                least = smaller;
                next = least.smaller().iterator();
            }
        }
        return least;
    }

    private Outcome ours(String script) throws IOException, InterruptedException {
        Path work = begin();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Shell shell = new Shell(HostPrograms.start(), new LocalFiles(), true);
        Shell.Request request =
                new Shell.Request(new SourceText("script", script), List.of(), Scripts.environment(work), work);
        Shell.Streams streams =
                new Shell.Streams(InputStream.nullInputStream(), output, OutputStream.nullOutputStream());
        String status;
        try {
            OptionalInt ended = shell.run(request, streams, LIMIT);
            status = ended.isPresent() ? Integer.toString(ended.getAsInt()) : "none within " + LIMIT;
        } catch (UserException e) {
            status = String.valueOf(e.getMessage());
        }
        return new Outcome(output.toString(StandardCharsets.ISO_8859_1), status, files(work));
    }

    /** @param shell its program and options */
    private Outcome reference(List<String> shell, String script) throws IOException, InterruptedException {
        Path work = begin();
        File output = directory.resolve("output").toFile();
        List<String> words = new ArrayList<>(shell);
        words.addAll(List.of("-c", script));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(work.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(Scripts.environment(work));
        Process process = builder.start();
        boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String status = ended ? Integer.toString(process.exitValue()) : "none within " + LIMIT;
        return new Outcome(Files.readString(output.toPath(), StandardCharsets.ISO_8859_1), status, files(work));
    }

    /** Each run begins with the same files. */
    private Path begin() throws IOException {
        Path work = directory.resolve("work");
        if (Files.exists(work)) {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(work.resolve("sub"));
        Files.writeString(work.resolve("sub/inner"), "");
        Files.writeString(work.resolve("in"), "first line\n second:x \\y\nlast");
        Files.writeString(work.resolve("lib"), "printf 'lib%s' \"$#\"\nb=lib\nreturn\n");
        return work;
    }

    /** The files that a script wrote. */
    private static String files(Path work) throws IOException {
        StringBuilder contents = new StringBuilder();
        for (String name : ScriptGenerator.FILES) {
            Path file = work.resolve(name);
            if (Files.exists(file)) {
                contents.append(name).append('=').append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents.toString();
    }

    /** In CI nothing may be missing. */
    private static boolean isThere(String shell) {
        return "true".equals(System.getenv("CI"))
                || Stream.of("/bin", "/usr/bin").map(bin -> Path.of(bin, shell)).anyMatch(Files::isExecutable);
    }
}
