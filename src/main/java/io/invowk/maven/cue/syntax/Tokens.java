// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.cue.syntax.Token.Kind;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;

/** The tokens of a text, twelve bytes each: a large file has half a million of them while its tree is being made. */
final class Tokens extends AbstractList<Token> {
    /** Characters of a text for each of its tokens, a little less than usual. */
    private static final int CHARACTERS = 6;

    private Kind[] kinds;
    /** The start and behind it the end of each. */
    private int[] spans;

    private int size;

    /** No tokens yet of a text of so many characters. */
    Tokens(int length) {
        int expected = length / CHARACTERS + 16;
        kinds = new Kind[expected];
        spans = new int[2 * expected];
    }

    void add(Kind kind, int start, int end) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size + size / 2);
            spans = Arrays.copyOf(spans, 2 * kinds.length);
        }
        kinds[size] = kind;
        spans[2 * size] = start;
        spans[2 * size + 1] = end;
        size++;
    }

    /** Forgets all tokens but the first ones. */
    void cut(int first) {
        size = first;
    }

    Kind kind(int index) {
        return kinds[index];
    }

    int end(int index) {
        return spans[2 * index + 1];
    }

    @Override
    public Token get(int index) {
        Objects.checkIndex(index, size);
        return new Token(kind(index), spans[2 * index], end(index));
    }

    @Override
    public int size() {
        return size;
    }
}
