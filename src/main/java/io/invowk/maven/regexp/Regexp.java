// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.regexp;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** A compiled RE2 pattern; immutable, may be shared by threads. */
public final class Regexp {
    private final Pattern pattern;

    private Regexp(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles a pattern.
     *
     * @throws IllegalArgumentException if {@link #problem} finds one
     */
    public static Regexp of(String pattern) {
        problem(pattern).ifPresent(problem -> {
            throw new IllegalArgumentException(problem + ": " + pattern);
        });
        return new Regexp(Pattern.compile(pattern));
    }

    /** Why a text is no pattern, in a few words; empty if it is one. */
    public static Optional<String> problem(String pattern) {
        Optional<String> strict = new PatternScan(pattern).problem();
        if (strict.isPresent()) {
            return strict;
        }
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription() + " at " + e.getPattern());
        }
    }

    /** Whether the pattern is found anywhere in the text. */
    public boolean find(String text) {
        return pattern.matcher(text).find();
    }
}
