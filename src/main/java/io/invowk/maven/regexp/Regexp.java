// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.regexp;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** One compiled RE2 pattern: linear time, no back-references, no look-around; immutable. */
public final class Regexp {
    private final Pattern pattern;

    private Regexp(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles a pattern.
     *
     * @throws InvalidRegexpException if RE2 refuses it, or {@code \C}, which matches a single byte
     */
    public static Regexp compile(String pattern) throws InvalidRegexpException {
        Optional<String> problem = new PatternScan(pattern).problem();
        if (problem.isPresent()) {
            throw new InvalidRegexpException(problem.get());
        }
        try {
            return new Regexp(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            throw new InvalidRegexpException(e.getDescription());
        }
    }

    /**
     * Compiles a pattern that is known to be valid.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static Regexp of(String pattern) {
        try {
            return compile(pattern);
        } catch (InvalidRegexpException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whether the pattern matches anywhere in the text; {@code ^} and {@code $} are the ends of the text. */
    public boolean find(String text) {
        return pattern.matcher(text).find();
    }
}
