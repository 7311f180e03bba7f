// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

/** What a parameter of a function takes; kinds are strict, an int parameter refuses {@code 1.0}. */
public enum Parameter {
    ANY,
    BOOL,
    INT,
    NUMBER,
    STRING,
    /** A string or bytes. */
    DATA,
    LIST,
    STRUCT,
    /** A string or a list of bytes. */
    ADDRESS,
    /** A string or an int. */
    STRING_OR_INT,
    /** A list of which the elements are only moved; they need not be concrete. */
    ELEMENTS,
    /** A list whose elements need not be concrete: their number matters, their sameness, or those that are. */
    LIST_SHAPE,
    /** A struct of which only the number of fields matters; they need not be concrete. */
    STRUCT_SHAPE,
    /** A value that stays a constraint. */
    SCHEMA
}
