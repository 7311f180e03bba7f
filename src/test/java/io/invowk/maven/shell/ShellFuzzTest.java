// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.fuzz.FuzzRun;
import io.invowk.maven.shell.pattern.ShellPattern;
import io.invowk.maven.shell.port.ProgramCall;
import io.invowk.maven.shell.port.Programs;
import io.invowk.maven.shell.port.RunningProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any text is read, expanded and matched, or refused with a diagnostic; nothing else is thrown. */
class ShellFuzzTest {
    private static final String SUBJECT = "a[b]c*d?e\\f\n\ud800 x".repeat(20);

    @TempDir
    private Path directory;

    private static List<String> scripts() throws IOException {
        List<String> scripts = new ArrayList<>();
        for (String table : List.of("posix.txt", "bash.txt")) {
            for (TableRow row : TableRow.read(table)) {
                scripts.add(row.script());
            }
        }
        return scripts;
    }

    @Test
    void anyTextIsAScriptOrHasADiagnostic() throws IOException {
        FuzzRun.over(scripts(), text -> {
            try {
                Shell.check(new SourceText("script", text));
            } catch (UserException e) {
                // It is refused.
            }
        });
    }

    @Test
    void anyTextIsAPattern() throws IOException {
        FuzzRun.over(scripts(), text -> {
            for (boolean extended : new boolean[] {false, true}) {
                ShellPattern pattern = ShellPattern.compile(text, extended, false);
                pattern.matches(SUBJECT);
                pattern.longestFrom(SUBJECT, 3);
                pattern.shortestToEnd(SUBJECT);
                ShellPattern.unquote(text);
            }
        });
    }

    /** The text is an operand; commands in it find no programs and no utilities, and those that do not end are ended. */
    @Test
    void anyWordIsExpandedOrHasADiagnostic() throws IOException {
        FuzzRun.over(scripts(), text -> expand(": <<END \"${x-\n" + text + "\n}\" \nEND\n: $((" + text + "\n))\n"));
    }

    /** What may run without end though it is no mistake of ours: loops, functions, and commands that wait for others. */
    private static final Pattern ENDLESS =
            Pattern.compile("while|until|for|select|\\(\\)|function|eval|alias|trap|wait|read|map|[<>]\\(|<>|\\.");

    private void expand(String script) {
        Shell.Request request = new Shell.Request(new SourceText("script", script), List.of(), Map.of(), directory);
        Shell.Streams streams = new Shell.Streams(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        try {
            OptionalInt status =
                    new Shell(new NoPrograms(), new LocalFiles(), false).run(request, streams, Duration.ofSeconds(10));
            assertThat(status.isPresent() || ENDLESS.matcher(script).find())
                    .as("expansion ends")
                    .isTrue();
        } catch (UserException e) {
            // It is refused.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class NoPrograms implements Programs {
        @Override
        public RunningProgram start(ProgramCall call) throws IOException {
            throw new IOException("no programs");
        }
    }
}
