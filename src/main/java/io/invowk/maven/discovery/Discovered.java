// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import java.nio.file.Path;
import java.util.List;

/**
 * What was found in all places.
 *
 * @param directory that was searched first
 * @param sources in their order: an earlier one wins where that counts
 * @param skipped files and modules with problems
 * @param warnings what else a user should know
 */
public record Discovered(
        Path directory, List<CommandSource> sources, List<SkippedFile> skipped, List<Diagnostic> warnings) {
    public Discovered {
        sources = List.copyOf(sources);
        skipped = List.copyOf(skipped);
        warnings = List.copyOf(warnings);
    }

    /**
     * The commands.
     *
     * @throws UserException if there are none, or one of them takes arguments and has sub-commands
     */
    public CommandCatalog catalog() {
        if (sources.isEmpty()) {
            throw new UserException(
                    skipped.isEmpty()
                            ? List.of(Discovery.missing(directory))
                            : skipped.stream()
                                    .flatMap(file -> file.diagnostics().stream())
                                    .toList());
        }
        return CommandCatalog.of(sources, skipped);
    }
}
