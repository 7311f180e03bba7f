// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

/**
 * What stands in the brackets behind an array's name.
 *
 * @param all {@code @} or {@code *} for all elements, else 0
 * @param key the key of an associative array
 * @param index the same text as an expression, for an indexed array
 */
public record Subscript(char all, Word key, ArithmeticText index) {
    /** Whether it means one element. */
    public boolean isOne() {
        return all == 0;
    }
}
