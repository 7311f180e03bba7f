// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.util.List;
import java.util.function.Supplier;

/** Where a use case says something. */
public interface Messages {
    /** What was asked for: a line of a list, say. It is shown even when the build is quiet. */
    void output(String line);

    /** What a user may want to know; also the lines of a command's output. */
    void info(String line);

    /** What is amiss, but does not end what was asked for. */
    void warn(String text);

    /** Choices and their reasons, line by line; asked for only if they are shown. */
    void debug(Supplier<List<String>> lines);
}
