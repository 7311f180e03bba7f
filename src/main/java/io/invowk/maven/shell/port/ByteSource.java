// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.port;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Bytes to read, shared by all that have the same descriptor. */
public interface ByteSource extends Closeable {
    /** Reads at least one byte, unless there is none left: then the result is -1. */
    int read(byte[] buffer, int offset, int length) throws IOException;

    /**
     * Puts bytes back that were read for a program and that it has not taken; they are read next. A program gets its
     * input through a pipe, so more than it needs leaves this source.
     */
    void giveBack(byte[] buffer, int offset, int length);

    /** Whether this is what a stream holds, and nothing that was read from it waits here. */
    boolean isNothingBut(InputStream stream);
}
