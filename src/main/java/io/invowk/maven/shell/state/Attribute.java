// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.state;

/** Attributes of variables; the letter is the option of {@code declare}. */
public enum Attribute {
    INDEXED('a', 1),
    ASSOCIATIVE('A', 2),
    INTEGER('i', 4),
    LOWER('l', 8),
    REFERENCE('n', 16),
    READ_ONLY('r', 32),
    UPPER('u', 64),
    EXPORTED('x', 128);

    private final char letter;
    private final int bit;

    Attribute(char letter, int bit) {
        this.letter = letter;
        this.bit = bit;
    }

    /** How {@code declare} calls it. */
    public char letter() {
        return letter;
    }

    int bit() {
        return bit;
    }
}
