// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.util.function.Consumer;

/** Cuts a stream of characters into lines. Not thread safe. */
final class LineSplitter {
    /** Longer lines are delivered in pieces, so that output without line breaks cannot fill the memory. */
    static final int MAX_LINE_CHARS = 1_000_000;

    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();

    LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Takes the first {@code length} characters of {@code chars}. */
    void accept(char[] chars, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (chars[i] == '\n') {
                line.append(chars, start, i - start);
                start = i + 1;
                deliver();
            }
        }
        line.append(chars, start, length - start);
        if (line.length() > MAX_LINE_CHARS) {
            deliver();
        }
    }

    /** Delivers what came after the last line break. */
    void end() {
        if (!line.isEmpty()) {
            deliver();
        }
    }

    private void deliver() {
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
            end--;
        }
        String text = line.substring(0, end);
        line.setLength(0);
        lines.accept(text);
    }
}
