// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

/** Counts what bytes are made of, if they are UTF-8: lines and bytes, and what else is asked for. */
final class WordCount {
    /** The bytes that begin a character of several. */
    private static final int FIRST_LEAD = 0xc2;

    private static final int LAST_LEAD = 0xf4;
    private static final int TAB = 8;
    /** By byte: 0 if a word ends at it, else 1. */
    private static final byte[] KEEPS = new byte[256];
    /** By byte: 1 if it is in a word, also as the first one, else 0. */
    private static final byte[] BEGINS = new byte[256];

    private final boolean asksWords;
    private final boolean asksCharacters;
    private long lines;
    private long words;
    private long characters;
    private long bytes;
    private long column;
    private long widest;
    private int inWord;

    static {
        for (int octet = 0; octet < 256; octet++) {
            KEEPS[octet] = (byte) (octet == ' ' || (octet >= '\t' && octet <= '\r') ? 0 : 1);
            BEGINS[octet] = (byte) (KEEPS[octet] == 1 && isShown(octet) ? 1 : 0);
        }
    }

    /** Counts lines and bytes; also words, or characters and the width of lines. */
    WordCount(boolean words, boolean characters) {
        this.asksWords = words;
        this.asksCharacters = characters;
    }

    private static boolean isCharacter(int octet) {
        return octet < 0x80 || (octet >= FIRST_LEAD && octet <= LAST_LEAD);
    }

    private static boolean isShown(int octet) {
        return isCharacter(octet) && octet >= 0x20 && octet != 0x7f;
    }

    /** Counts the first bytes of a block. */
    void add(byte[] block, int length) {
        bytes += length;
        addLines(block, length);
        if (asksWords) {
            addWords(block, length);
        }
        if (asksCharacters) {
            addCharacters(block, length);
        }
    }

    private void addLines(byte[] block, int length) {
        int found = 0;
        for (int i = 0; i < length; i++) {
            found += block[i] == '\n' ? 1 : 0;
        }
        lines += found;
    }

    private void addWords(byte[] block, int length) {
        int found = 0;
        int before = inWord;
        for (int i = 0; i < length; i++) {
            int octet = block[i] & 0xff;
            int now = (before & KEEPS[octet]) | BEGINS[octet];
            found += now & ~before;
            before = now;
        }
        inWord = before;
        words += found;
    }

    private void addCharacters(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            int octet = block[i] & 0xff;
            characters += isCharacter(octet) ? 1 : 0;
            switch (octet) {
                case '\n', '\r', '\f' -> column = 0;
                case '\t' -> column += TAB - column % TAB;
                default -> column += isShown(octet) ? 1 : 0;
            }
            widest = Math.max(widest, column);
        }
    }

    long lines() {
        return lines;
    }

    long words() {
        return words;
    }

    long characters() {
        return characters;
    }

    long bytes() {
        return bytes;
    }

    long widest() {
        return widest;
    }
}
