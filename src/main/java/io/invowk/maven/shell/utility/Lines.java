// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes. */
final class Lines {
    private final InputStream stream;
    private final int delimiter;
    private final byte[] block = new byte[64 * 1024];
    private int at;
    private int end;
    private boolean complete;

    Lines(InputStream stream, boolean zero) {
        this.stream = stream;
        this.delimiter = zero ? 0 : '\n';
    }

    /** The next line without its delimiter; null at the end. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream longLine = null;
        while (true) {
            if (at == end) {
                end = Math.max(0, stream.read(block, 0, block.length));
                at = 0;
                if (end == 0) {
                    complete = false;
                    return longLine == null ? null : longLine.toByteArray();
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
                    return java.util.Arrays.copyOfRange(block, from, from + length);
                }
                longLine.write(block, from, length);
                return longLine.toByteArray();
            }
            longLine = longLine == null ? new ByteArrayOutputStream() : longLine;
            longLine.write(block, from, length);
        }
    }

    /** Whether the line that came last had a delimiter. */
    boolean isComplete() {
        return complete;
    }
}
