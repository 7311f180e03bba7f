// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import io.invowk.maven.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one file: what it says, or all that is wrong.
 *
 * @param value present exactly if there is no problem
 * @param problems in source order
 */
public record Reading<T>(Optional<T> value, List<FileProblem> problems) {
    public Reading {
        problems = List.copyOf(problems);
    }

    /** What a file says. */
    public static <T> Reading<T> of(T value) {
        return new Reading<>(Optional.of(value), List.of());
    }

    /** A file with problems, at least one. */
    public static <T> Reading<T> failed(List<FileProblem> problems) {
        return new Reading<>(Optional.empty(), problems);
    }

    static <T> Reading<T> failed(FileProblem.Kind kind, Diagnostic diagnostic) {
        return failed(List.of(new FileProblem(kind, diagnostic)));
    }
}
