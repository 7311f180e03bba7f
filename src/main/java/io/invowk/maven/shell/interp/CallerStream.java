// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream of the caller, which stays open. */
final class CallerStream extends FilterOutputStream {
    CallerStream(OutputStream stream) {
        super(stream);
    }

    /** The stream itself, for programs. */
    static OutputStream unwrap(OutputStream stream) {
        return stream instanceof CallerStream callers ? callers.out : stream;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
