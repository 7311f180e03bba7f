// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code name=value}, {@code name[subscript]=value} or {@code name=(elements)}, with {@code +=} to append.
 *
 * @param value the value; an empty word for an array
 * @param elements the elements of an array, or null for a plain value
 */
public record Assignment(
        String name,
        @Nullable Subscript subscript,
        boolean append,
        Word value,
        @Nullable List<Element> elements,
        Span span) {
    /** One element of an array: its key, if it is written, and its value. */
    public record Element(@Nullable Subscript key, boolean append, Word value) {}
}
