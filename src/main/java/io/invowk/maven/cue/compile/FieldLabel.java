// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import org.jspecify.annotations.Nullable;

/**
 * The label of a field, an element or a variable.
 *
 * @param text the name as written; empty for an element
 * @param index the index of an element; 0 otherwise
 */
public record FieldLabel(Sort sort, String text, int index) {
    /** The group of names a label belongs to; {@code "#x"} in quotes and {@code #x} differ. */
    public enum Sort {
        /** A regular field. */
        REGULAR,
        /** {@code #x}. */
        DEFINITION,
        /** {@code _x}. */
        HIDDEN,
        /** {@code _#x}. */
        HIDDEN_DEFINITION,
        /** An element of a list. */
        ELEMENT,
        /** A variable of a comprehension or a let: no field. */
        VARIABLE
    }

    /** The label of a regular field, whatever its spelling. */
    public static FieldLabel regular(String name) {
        return new FieldLabel(Sort.REGULAR, name, 0);
    }

    /** The label that an identifier spells. */
    public static FieldLabel identifier(String name) {
        if (name.startsWith("_#")) {
            return new FieldLabel(Sort.HIDDEN_DEFINITION, name, 0);
        }
        if (name.startsWith("#")) {
            return new FieldLabel(Sort.DEFINITION, name, 0);
        }
        return new FieldLabel(name.startsWith("_") ? Sort.HIDDEN : Sort.REGULAR, name, 0);
    }

    /** The label of the element at an index, from 0. */
    public static FieldLabel element(int index) {
        return new FieldLabel(Sort.ELEMENT, "", index);
    }

    /** The label of a variable. */
    public static FieldLabel variable(String name) {
        return new FieldLabel(Sort.VARIABLE, name, 0);
    }

    /** Whether it labels a field that is part of the output, or an element. */
    public boolean isRegular() {
        return sort == Sort.REGULAR || sort == Sort.ELEMENT;
    }

    /** Whether it is a regular field of a struct. */
    public boolean isField() {
        return sort == Sort.REGULAR;
    }

    /** Whether it names a definition. */
    public boolean isDefinition() {
        return sort == Sort.DEFINITION || sort == Sort.HIDDEN_DEFINITION;
    }

    // Written out, as for every key of a hot map: what a record generates loads a hundred classes of the JDK at first
    // use.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FieldLabel label
                        && sort == label.sort
                        && index == label.index
                        && text.equals(label.text));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * sort.hashCode() + index) + text.hashCode();
    }

    @Override
    public String toString() {
        return sort == Sort.ELEMENT ? "[" + index + "]" : text;
    }
}
