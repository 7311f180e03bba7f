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
    private byte[] line = {};

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
                    line = longLine == null ? new byte[0] : longLine.toByteArray();
                    return longLine != null;
                }
            }
            int from = at;
            while (at < end && block[at] != delimiter) {
                at++;
            }
            int length = at - from;
            if (at < end) {
                at++;
                complete = true;
                if (longLine == null) {
                    line = Arrays.copyOfRange(block, from, from + length);
                    return true;
                }
                longLine.write(block, from, length);
                line = longLine.toByteArray();
                return true;
            }
            longLine = longLine == null ? new ByteArrayOutputStream() : longLine;
            longLine.write(block, from, length);
        }
    }

    /** The line that came last, without its delimiter. */
    byte[] line() {
        return line;
    }

    /** Whether the line that came last had a delimiter. */
    boolean isComplete() {
        return complete;
    }
}
