// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.value;

import java.util.Locale;

/** What kind of error an evaluation ended with, most severe first. */
public enum ErrorKind {
    /** Tokenizer or grammar. */
    PARSE,
    /** A feature that this evaluator does not have yet. */
    UNSUPPORTED,
    /** Names, aliases, imports; found while compiling. */
    RESOLVE,
    /** An explicit bottom. */
    USER,
    /** Field not allowed. */
    CLOSED,
    /** Values, kinds or bounds that exclude each other. */
    CONFLICT,
    /** Division by zero, exponent or repetition limits. */
    ARITH,
    /** Wrong operand or argument kind. */
    TYPE,
    /** A struct that contains itself. */
    STRUCTURAL_CYCLE,
    /** A required field is missing. */
    REQUIRED,
    /** A field or index that is not there. */
    UNDEFINED,
    /** A value that needs itself. */
    CYCLE,
    /** Waits for data that never comes. */
    INCOMPLETE,
    /** The text of {@code error(...)}. */
    OTHER;

    /** The lower-case name with underscores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
