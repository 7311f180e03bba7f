// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import org.jspecify.annotations.Nullable;

/** What a parameter expansion does to the value: POSIX XCU 2.6.2, and bash. */
public sealed interface ParameterOperation {
    /** {@code ${x}}. */
    record Value() implements ParameterOperation {}

    /** {@code ${#x}}. */
    record Length() implements ParameterOperation {}

    /**
     * {@code ${x-word}} and its like.
     *
     * @param operator one of {@code - = ? +}
     * @param orNull whether a null value counts as unset
     */
    record Substitute(char operator, boolean orNull, Word word) implements ParameterOperation {}

    /** {@code ${x#pattern}}, {@code ${x%pattern}}, and the longest match with the operator doubled. */
    record Trim(boolean suffix, boolean longest, Word pattern) implements ParameterOperation {}

    /** {@code ${x/pattern/replacement}}. */
    record Replace(Where where, Word pattern, Word replacement) implements ParameterOperation {
        /** Which matches are replaced. */
        public enum Where {
            FIRST,
            ALL,
            PREFIX,
            SUFFIX
        }
    }

    /** {@code ${x:offset:length}}. */
    record Slice(ArithmeticText offset, @Nullable ArithmeticText length) implements ParameterOperation {}

    /** {@code ${x^pattern}}, {@code ${x,,pattern}}. */
    record ChangeCase(boolean upper, boolean all, @Nullable Word pattern) implements ParameterOperation {}

    /** {@code ${x@Q}}. */
    record Transform(char operator) implements ParameterOperation {}

    /** {@code ${!prefix*}}: the names of variables; {@code separate} for {@code @}. */
    record NamesWithPrefix(boolean separate) implements ParameterOperation {}

    /** {@code ${!a[*]}}: the keys of an array. */
    record Keys() implements ParameterOperation {}
}
