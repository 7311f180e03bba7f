// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines as bytes. */
final class Lines {
    private final InputStream stream;
    private final int delimiter;
    private final byte[] block = new byte[64 * 1024];
    private int at;
    private int end;
    private boolean complete;
    /** What holds the line that came last: the block, or a copy of a line that is in more than one. */
    private byte[] bytes = block;

    private int lineStart;
    private int lineEnd;

    Lines(InputStream stream, boolean zero) {
        this.stream = stream;
        this.delimiter = zero ? 0 : '\n';
    }

    /** Reads the next line; false at the end. */
    boolean advance() throws IOException {
        ByteArrayOutputStream longLine = null;
        while (true) {
            if (at == end) {
                end = Math.max(0, stream.read(block, 0, block.length));
                at = 0;
                if (end == 0) {
                    complete = false;
                    setLine(longLine == null ? new byte[0] : longLine.toByteArray());
                    return longLine != null;
                }
            }
            int from = at;
            at = indexOfDelimiter(from);
            int length = at - from;
            if (at < end) {
                at++;
                complete = true;
                if (longLine == null) {
                    bytes = block;
                    lineStart = from;
                    lineEnd = from + length;
                    return true;
                }
                longLine.write(block, from, length);
                setLine(longLine.toByteArray());
                return true;
            }
            longLine = longLine == null ? new ByteArrayOutputStream() : longLine;
            longLine.write(block, from, length);
        }
    }

    /** Where the next delimiter is; the end of what is read if there is none. */
    private int indexOfDelimiter(int from) {
        byte[] searched = block;
        byte wanted = (byte) delimiter;
        int last = end;
        int index = from;
        while (index < last && searched[index] != wanted) {
            index++;
        }
        return index;
    }

    private void setLine(byte[] line) {
        bytes = line;
        lineStart = 0;
        lineEnd = line.length;
    }

    /** The line that came last, without its delimiter, in an array of its own. */
    byte[] line() {
        return Arrays.copyOfRange(bytes, lineStart, lineEnd);
    }

    /** What holds the line that came last, from {@link #start} to {@link #end}, until the next one is read. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return lineStart;
    }

    int end() {
        return lineEnd;
    }

    /** Whether the line that came last had a delimiter. */
    boolean isComplete() {
        return complete;
    }
}
