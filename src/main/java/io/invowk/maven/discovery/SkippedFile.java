// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.cuefile.FileProblem;
import io.invowk.maven.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * An invkfile or a module whose commands are missing because something is wrong with it.
 *
 * @param id of the source that it would be
 * @param module whether it is one
 * @param path absolute
 * @param name what messages call it
 */
public record SkippedFile(String id, boolean module, Path path, String name, List<FileProblem> problems) {
    public SkippedFile {
        problems = List.copyOf(problems);
    }

    /** The problems as they are shown. */
    public List<Diagnostic> diagnostics() {
        return problems.stream().map(FileProblem::diagnostic).toList();
    }

    boolean isSpelled(String text) {
        return CommandSource.isSpelled(id, module, text);
    }
}
