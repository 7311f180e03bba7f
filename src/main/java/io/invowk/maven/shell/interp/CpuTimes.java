// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.FileAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Processor time of this JVM, in seconds, and of the programs that it has waited for. Where there is no {@code /proc} only the
 * sum of its own is known.
 */
record CpuTimes(double user, double system, double childUser, double childSystem) {
    private static final Path STATISTICS = Path.of("/proc/self/stat");
    /** Fields behind the name of the program: proc(5) counts that as the second one. */
    private static final int USER = 14 - 3;

    /** The kernel's unit for programs, on every architecture: times(2). */
    private static final double TICKS_PER_SECOND = 100;

    private static final double NANOS = 1e9;

    static CpuTimes now(FileAccess files) {
        if (files.isReadable(STATISTICS)) {
            try (InputStream stream = files.read(STATISTICS)) {
                String text = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
                List<String> fields = List.of(
                        text.substring(text.lastIndexOf(')') + 2).strip().split(" "));
                return new CpuTimes(seconds(fields, 0), seconds(fields, 1), seconds(fields, 2), seconds(fields, 3));
            } catch (IOException e) {
                return sum();
            }
        }
        return sum();
    }

    private static double seconds(List<String> fields, int index) {
        return Long.parseLong(fields.get(USER + index)) / TICKS_PER_SECOND;
    }

    private static CpuTimes sum() {
        Duration all = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new CpuTimes(all.toNanos() / NANOS, 0, 0, 0);
    }

    CpuTimes since(CpuTimes before) {
        return new CpuTimes(
                user - before.user,
                system - before.system,
                childUser - before.childUser,
                childSystem - before.childSystem);
    }
}
