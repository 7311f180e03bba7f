// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.List;
import java.util.Optional;

/**
 * What the instructions of a containerfile can read from the build context.
 *
 * @param sources paths relative to the context, with wildcards; empty: all of it, or what cannot be told
 */
record ContextReads(Optional<List<String>> sources) {
    static final ContextReads EVERYTHING = new ContextReads(Optional.empty());

    ContextReads {
        sources = sources.map(List::copyOf);
    }
}
