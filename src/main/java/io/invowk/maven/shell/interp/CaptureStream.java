// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps what is written, up to a limit. */
final class CaptureStream extends OutputStream {
    private static final int MAX_BYTES = 256 * 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    @Override
    public synchronized void write(int b) throws IOException {
        check(1);
        bytes.write(b);
    }

    @Override
    public synchronized void write(byte[] source, int offset, int length) throws IOException {
        check(length);
        bytes.write(source, offset, length);
    }

    private void check(int more) throws IOException {
        if (bytes.size() > MAX_BYTES - more) {
            throw new IOException("command substitution has more than " + MAX_BYTES + " bytes");
        }
    }

    synchronized byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
