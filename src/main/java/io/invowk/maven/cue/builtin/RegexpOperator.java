// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.regexp.InvalidRegexpException;
import io.invowk.maven.regexp.Regexp;
import java.util.Optional;

/** The operators {@code =~} and {@code !~}. */
public final class RegexpOperator {
    private RegexpOperator() {}

    /** Whether a pattern matches anywhere in a text; an invalid one does not. */
    public static boolean match(String pattern, String text) {
        try {
            return Regexp.compile(pattern).find(text);
        } catch (InvalidRegexpException e) {
            return false;
        }
    }

    /** What is wrong with a pattern; empty if it is valid. */
    public static Optional<String> problem(String pattern) {
        try {
            Regexp.compile(pattern);
            return Optional.empty();
        } catch (InvalidRegexpException e) {
            return Optional.of(e.getMessage());
        }
    }
}
