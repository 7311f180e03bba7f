// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.process.ExitStatus;
import java.util.List;

/**
 * What a search for leftovers came to.
 *
 * @param status of the engine: 69 if no container engine answers
 * @param things in the order in which they were found
 * @param notes what the engine said besides: why container engines were passed over
 */
public record Leftovers(ExitStatus status, List<Leftover> things, List<String> notes) {
    public Leftovers {
        things = List.copyOf(things);
        notes = List.copyOf(notes);
    }
}
