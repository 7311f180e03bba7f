// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.ByteSource;
import java.io.IOException;
import java.io.InputStream;

/** An input that many may share: what one of them has read ahead, the next one gets. */
final class Input implements ByteSource {
    private static final int BUFFER = 8192;

    private final InputStream stream;
    private byte[] buffer = new byte[0];
    private int start;
    private int end;

    Input(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        if (start == end) {
            return stream.read(target, offset, length);
        }
        int taken = Math.min(length, end - start);
        System.arraycopy(buffer, start, target, offset, taken);
        start += taken;
        return taken;
    }

    /** Whether bytes are there to be read. */
    synchronized boolean isReady() throws IOException {
        return start < end || stream.available() > 0;
    }

    /** The next byte; -1 at the end. */
    synchronized int read() throws IOException {
        if (start == end && !fill()) {
            return -1;
        }
        return buffer[start++] & 0xff;
    }

    private boolean fill() throws IOException {
        if (buffer.length < BUFFER) {
            buffer = new byte[BUFFER];
        }
        start = 0;
        end = 0;
        end = Math.max(0, stream.read(buffer, 0, buffer.length));
        return end > 0;
    }

    @Override
    public synchronized void giveBack(byte[] source, int offset, int length) {
        byte[] all = new byte[length + end - start];
        System.arraycopy(source, offset, all, 0, length);
        System.arraycopy(buffer, start, all, length, end - start);
        buffer = all;
        start = 0;
        end = all.length;
    }

    @Override
    public synchronized boolean isNothingBut(InputStream other) {
        return stream.equals(other) && start == end;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
