// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

/** How large expansions may become before the shell refuses. */
final class Limits {
    /** Characters of one field or value. */
    static final int MAX_LENGTH = 256 * 1024 * 1024;

    /** Words that one brace expansion makes. */
    static final int MAX_BRACE_WORDS = 1_000_000;

    /** Values of variables that are expressions naming variables, and so on. */
    static final int MAX_ARITHMETIC_DEPTH = 200;

    private Limits() {}

    static void checkLength(long length) {
        if (length > MAX_LENGTH) {
            throw new ExpansionException("expansion is longer than " + MAX_LENGTH + " characters");
        }
    }
}
