// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import java.util.Arrays;

/** A named text, and where its lines begin. Lines end at LF; a CR before it belongs to no line. */
public final class SourceText {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    /**
     * Wraps a text.
     *
     * @param name what messages call the text, usually a path as the user would type it
     * @param text the whole text, without a byte order mark
     */
    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** What messages call this text. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The position of a UTF-16 offset; the end of the text counts. */
    public Position position(int offset) {
        int line = lineIndex(offset);
        return new Position(line + 1, text.codePointCount(lineStarts[line], offset) + 1);
    }

    /** The number of lines, at least 1. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The text of a line, counted from 1, without its line break. */
    public String line(int number) {
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] - 1 : text.length();
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return text.substring(start, end);
    }

    /** The offset at which a line, counted from 1, begins. */
    public int lineStart(int number) {
        return lineStarts[number - 1];
    }

    private int lineIndex(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, 2 * lines);
            }
            starts[lines++] = i + 1;
        }
        return Arrays.copyOf(starts, lines);
    }

    @Override
    public String toString() {
        return name;
    }
}
