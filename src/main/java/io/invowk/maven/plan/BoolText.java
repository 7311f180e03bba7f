// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import java.util.List;
import java.util.Optional;

/** The spellings of a bool on a command line. */
final class BoolText {
    private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");
    private static final List<String> FALSE = List.of("0", "f", "F", "false", "FALSE", "False");

    private BoolText() {}

    /** The value; empty if the text is no bool. */
    static Optional<Boolean> parse(String text) {
        if (TRUE.contains(text)) {
            return Optional.of(true);
        }
        return FALSE.contains(text) ? Optional.of(false) : Optional.empty();
    }
}
