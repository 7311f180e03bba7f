// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.SourceText;
import java.util.List;

/** Commands in the order in which they run. */
public record Script(SourceText source, List<Line> lines) {
    public Script {
        lines = List.copyOf(lines);
    }

    /**
     * A complete command: what is read before anything of it runs.
     *
     * @param end offset behind it in the source's text
     */
    public record Line(Command command, int end) {}
}
