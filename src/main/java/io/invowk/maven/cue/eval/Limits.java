// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;

/** What an evaluation may use; exceeding a limit ends it with an error. */
final class Limits {
    /** Nested fields. */
    static final int MAX_LEVEL = 1_000;

    /** Vertices that wait for each other, one inside the other. */
    static final int MAX_ACTIVE = 10_000;

    /** Vertices of one evaluation, discarded alternatives included. */
    static final int MAX_VERTICES = 1_000_000;

    /** Expressions that are taken into vertices or tried again, copies and comparisons for alternatives. */
    static final int MAX_STEPS = 10_000_000;

    /** Alternatives that are left at one vertex. */
    static final int MAX_ALTERNATIVES = 10_000;

    /** Alternatives that are tried in one evaluation. */
    static final int MAX_TRIED = 100_000;

    /** How often finishing a vertex may find new fields in it. */
    static final int MAX_ROUNDS = 1_000;

    /** How often an operator may repeat a string. */
    static final int MAX_REPETITIONS = 1_000_000;

    /** Characters or bytes that one operator may make, and all of an evaluation together. */
    static final long MAX_SIZE = 100_000_000;

    /** Exponents of numbers. */
    static final int MAX_EXPONENT = 100_000;

    private int vertices;
    private int tried;
    private int steps;
    private long made;

    /** The evaluation as a whole cannot go on. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient Bottom bottom;

        Exceeded(Bottom bottom) {
            super(bottom.message());
            this.bottom = bottom;
        }
    }

    /** Counts from the beginning. */
    void restart() {
        vertices = 0;
        tried = 0;
        steps = 0;
        made = 0;
    }

    Exceeded exceeded(Vertex at, String message) {
        Conjunct first = at.conjuncts().isEmpty() ? null : at.conjuncts().get(0);
        return new Exceeded(Bottom.fatal(
                ErrorKind.OTHER, at, first == null ? null : first.expr().place(), message));
    }

    void count(Vertex vertex) {
        countValues(vertex, 1);
        if (vertex.level > MAX_LEVEL) {
            throw exceeded(vertex, "fields are nested more than " + MAX_LEVEL + " levels deep");
        }
    }

    /** Counts values below a vertex that are known without work. */
    void countValues(Vertex vertex, int made) {
        vertices += made;
        checkValues(vertex, vertices);
    }

    void checkValues(Vertex vertex, long values) {
        if (values > MAX_VERTICES) {
            throw exceeded(vertex, "more than " + MAX_VERTICES + " values");
        }
    }

    /** Counts the characters or bytes of a result. */
    void countMade(Vertex vertex, Scalar result) {
        made += result instanceof Scalar.Str str
                ? str.value().length()
                : result instanceof Scalar.Bytes bytes ? bytes.value().length : 0;
        if (made > MAX_SIZE) {
            throw exceeded(vertex, "the results are longer than " + MAX_SIZE + " together");
        }
    }

    void countStep(Vertex vertex) {
        countSteps(vertex, 1);
    }

    void countSteps(Vertex vertex, int made) {
        steps += made;
        if (steps > MAX_STEPS) {
            throw exceeded(vertex, "more than " + MAX_STEPS + " steps");
        }
    }

    void countTry(Vertex vertex) {
        tried++;
        if (tried > MAX_TRIED) {
            throw exceeded(vertex, "more than " + MAX_TRIED + " alternatives to try");
        }
    }

    void checkAlternatives(Vertex vertex, int left) {
        if (left > MAX_ALTERNATIVES) {
            throw exceeded(vertex, "more than " + MAX_ALTERNATIVES + " alternatives at one value");
        }
    }
}
