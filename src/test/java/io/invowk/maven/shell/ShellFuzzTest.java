// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.pattern.ShellPattern;
import io.invowk.maven.shell.port.ProgramCall;
import io.invowk.maven.shell.port.Programs;
import io.invowk.maven.shell.port.RunningProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read, expanded and matched, or refused with a diagnostic; nothing else is thrown. */
class ShellFuzzTest {
    private static final String SUBJECT = "a[b]c*d?e\\f\n\ud800 x".repeat(20);

    /** What may run without end though it is no mistake of ours: loops, functions, and commands that wait for others. */
    private static final Pattern ENDLESS =
            Pattern.compile("while|until|for|select|\\(\\)|function|eval|alias|trap|wait|read|map|[<>]\\(|<>|\\.");

    /** Much more than an expansion takes on a busy machine. */
    private static final Duration HANGS = Duration.ofSeconds(30);
    /** How long a script gets that may run without end. */
    private static final Duration ENOUGH = Duration.ofMillis(200);

    static List<byte[]> scripts() throws IOException {
        List<byte[]> scripts = new ArrayList<>();
        for (String table : List.of("posix.txt", "bash.txt")) {
            for (TableRow row : TableRow.read(table)) {
                scripts.add(row.script().getBytes(StandardCharsets.UTF_8));
            }
        }
        return scripts;
    }

    @MethodSource("scripts")
    @DictionaryFile(resourcePath = "/fuzz/shell.dict")
    @FuzzTest
    void anyBytesAreAScriptOrHaveADiagnostic(byte[] bytes) {
        try {
            Shell.check(new SourceText("script", text(bytes)));
        } catch (UserException e) {
            // It is refused.
        }
    }

    @MethodSource("scripts")
    @DictionaryFile(resourcePath = "/fuzz/shell.dict")
    @FuzzTest
    void anyBytesAreAPattern(byte[] bytes) {
        String text = text(bytes);
        for (boolean extended : new boolean[] {false, true}) {
            ShellPattern pattern = ShellPattern.compile(text, extended, false);
            pattern.matches(SUBJECT);
            pattern.longestFrom(SUBJECT, 3);
            pattern.shortestToEnd(SUBJECT);
            ShellPattern.unquote(text);
        }
    }

    /** The text is an operand; commands in it find no programs and no utilities, and those that do not end are ended. */
    @MethodSource("scripts")
    @DictionaryFile(resourcePath = "/fuzz/shell.dict")
    @FuzzTest
    void anyBytesAreExpandedOrHaveADiagnostic(byte[] bytes) throws IOException, InterruptedException {
        String text = text(bytes);
        expand(": <<END \"${x-\n" + text + "\n}\" \nEND\n: $((" + text + "\n))\n");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void expand(String script) throws IOException, InterruptedException {
        Shell.Request request =
                new Shell.Request(new SourceText("script", script), List.of(), Map.of(), FewFiles.DIRECTORY);
        Shell.Streams streams = new Shell.Streams(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        boolean mayBeEndless = ENDLESS.matcher(script).find();
        try {
            OptionalInt status = new Shell(new NoPrograms(), new FewFiles(), false)
                    .run(request, streams, mayBeEndless ? ENOUGH : HANGS);
            assertThat(status.isPresent() || mayBeEndless).as("expansion ends").isTrue();
        } catch (UserException e) {
            // It is refused.
        }
    }

    private static final class NoPrograms implements Programs {
        @Override
        public RunningProgram start(ProgramCall call) throws IOException {
            throw new IOException("no programs");
        }
    }
}
