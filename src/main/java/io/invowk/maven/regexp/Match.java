// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.regexp;

import java.util.List;

/**
 * Where a pattern matched.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param groups the whole match, then each group; empty text for a group that took no part
 */
public record Match(int start, int end, List<String> groups) {
    public Match {
        groups = List.copyOf(groups);
    }

    /** The text that matched. */
    public String text() {
        return groups.get(0);
    }
}
