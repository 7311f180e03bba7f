// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.regexp.InvalidRegexpException;
import io.invowk.maven.regexp.Regexp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The regular expressions of one evaluation, each compiled once; not for several threads. */
public final class RegexpCache {
    private final Map<String, Compiled> known = new HashMap<>();

    /** One of them, or what is wrong with it. */
    private record Compiled(Optional<Regexp> regexp, String problem) {}

    private Compiled compiled(String pattern) {
        Compiled compiled = known.get(pattern);
        if (compiled == null) {
            compiled = compile(pattern);
            known.put(pattern, compiled);
        }
        return compiled;
    }

    private static Compiled compile(String pattern) {
        try {
            return new Compiled(Optional.of(Regexp.compile(pattern)), "");
        } catch (InvalidRegexpException e) {
            return new Compiled(Optional.empty(), e.getMessage());
        }
    }

    /** What is wrong with a pattern; empty if it is valid. */
    public Optional<String> problem(String pattern) {
        Compiled compiled = compiled(pattern);
        return compiled.regexp().isPresent() ? Optional.empty() : Optional.of(compiled.problem());
    }

    /** Whether a pattern matches anywhere in a text; an invalid one does not. */
    public boolean match(String pattern, String text) {
        Optional<Regexp> regexp = compiled(pattern).regexp();
        return regexp.isPresent() && regexp.get().find(text);
    }
}
