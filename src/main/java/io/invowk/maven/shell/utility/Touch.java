// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code touch}: {@code -a -c -d -f -h -m -r -t --time}. */
final class Touch implements Utility {
    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, "a c,no-create d,date= f h,no-dereference m r,reference= t= time=");
        String which = options.value("time").orElse("");
        if (!which.matches("|atime|access|use|mtime|modify")) {
            throw options.usage("invalid argument '" + which + "' for '--time'");
        }
        boolean access = options.has("a") || which.matches("atime|access|use");
        boolean modification = options.has("m") || which.matches("mtime|modify");
        boolean both = access == modification;
        Instant accessed = Instant.now();
        Instant modified = accessed;
        if (options.has("r")) {
            String reference = options.value("r").orElse("");
            FileStatus status;
            try {
                status = FileStatus.of(call.locate(reference), !options.has("h"));
            } catch (IOException e) {
                call.error("failed to get attributes of " + Quoted.name(reference), e);
                return 1;
            }
            accessed = status.accessed();
            modified = status.modified();
        }
        if (options.has("t")) {
            if (options.has("r") || options.has("d")) {
                throw options.usage("cannot specify times from more than one source");
            }
            String stamp = options.value("t").orElse("");
            accessed = Dates.stamp(stamp, call.zone())
                    .orElseThrow(() -> options.usage("invalid date format '" + stamp + "'"));
            modified = accessed;
        } else if (options.has("d")) {
            String date = options.value("d").orElse("");
            // Relative to the times of another file, where there is one.
            accessed = date(options, date, accessed);
            modified = date(options, date, modified);
        }
        options.requireOperands(1);
        int status = 0;
        for (String operand : options.operands()) {
            if (operand.equals("-") || operand.equals("/dev/stdout") || operand.equals("/dev/null")) {
                continue;
            }
            try {
                touch(call, options, operand, both || access ? accessed : null, both || modification ? modified : null);
            } catch (IOException e) {
                call.error("cannot touch " + Quoted.name(operand), e);
                status = 1;
            }
        }
        return status;
    }

    private static Instant date(Options options, String text, Instant now) {
        return Dates.parse(text, now, options.call().zone())
                .orElseThrow(() -> options.usage("invalid date format '" + text + "'"));
    }

    private static void touch(
            UtilityCall call, Options options, String operand, @Nullable Instant accessed, @Nullable Instant modified)
            throws IOException {
        boolean follow = !options.has("h");
        Path path = call.locate(operand);
        if (FileStatus.find(path, follow).isEmpty()) {
            if (options.has("c") || !follow) {
                if (options.has("c")) {
                    return;
                }
                throw new NoSuchFileException(operand);
            }
            if (operand.endsWith("/")) {
                throw new NoSuchFileException(operand);
            }
            FileModes.write(path, true, call.fileMode()).close();
        }
        Files.getFileAttributeView(path, BasicFileAttributeView.class, FileStatus.options(follow))
                .setTimes(
                        modified == null ? null : FileTime.from(modified),
                        accessed == null ? null : FileTime.from(accessed),
                        null);
    }
}
