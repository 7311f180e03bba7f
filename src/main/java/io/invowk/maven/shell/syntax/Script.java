// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands in the order in which they run.
 *
 * @param error why the text cannot be read behind its last line; null if all of it was read
 */
public record Script(
        SourceText source, List<Line> lines, @Nullable UserException error) {
    public Script {
        lines = List.copyOf(lines);
    }

    /** Commands that are all of a text. */
    public Script(SourceText source, List<Line> lines) {
        this(source, lines, null);
    }

    /**
     * A complete command: what is read before anything of it runs.
     *
     * @param end offset behind it in the source's text
     */
    public record Line(Command command, int end) {}
}
