// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;

/** Bytes for the standard input of a process, from a source that others read, too. */
public interface ProcessInput {
    /** Reads at least one byte, unless there is none left: then the result is -1. */
    int read(byte[] buffer, int offset, int length) throws IOException;

    /** Takes back bytes that were read and that the process has not taken. */
    void giveBack(byte[] buffer, int offset, int length);
}
