// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.invkfile.Invkfile;
import java.util.Set;

/**
 * One place that commands come from.
 *
 * @param id what a user calls it
 * @param spellings all texts that mean it, after {@code @} or {@code --from}
 */
public record CommandSource(String id, Set<String> spellings, Invkfile invkfile) {
    public CommandSource {
        spellings = Set.copyOf(spellings);
    }

    /** The invkfile of the project itself. */
    public static CommandSource project(Invkfile invkfile) {
        return new CommandSource("invkfile", Set.of("invkfile", "invkfile.cue"), invkfile);
    }
}
