// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import org.jspecify.annotations.Nullable;

/** The characters that separate fields: POSIX XCU 2.6.5. */
public final class FieldSeparators {
    /** What separates while {@code IFS} is unset. */
    private static final String DEFAULT = " \t\n";

    private final String characters;

    private FieldSeparators(String characters) {
        this.characters = characters;
    }

    /** The separators of a value of {@code IFS}; null if it is unset. */
    public static FieldSeparators of(@Nullable String ifs) {
        return new FieldSeparators(ifs == null ? DEFAULT : ifs);
    }

    /** Whether a character separates. */
    public boolean contains(int c) {
        return characters.indexOf(c) >= 0;
    }

    /** Whether it separates, and any number of it counts as one. */
    public boolean isBlank(int c) {
        return (c == ' ' || c == '\t' || c == '\n') && contains(c);
    }

    /** What stands between the values of {@code "$*"}. */
    public String joint() {
        return characters.isEmpty() ? "" : characters.substring(0, characters.offsetByCodePoints(0, 1));
    }
}
