// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a thread that waits for input be interrupted: another one reads, and only when somebody waits. What it reads after an
 * interrupt the next one gets.
 */
final class InterruptibleInput extends InputStream {
    private static final int BUFFER = 8192;

    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private boolean reading;
    private @Nullable IOException failure;

    InterruptibleInput(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (start == end && !reading) {
            reading = true;
            Thread reader = new Thread(this::fill, "invowk-terminal");
            reader.setDaemon(true);
            reader.start();
        }
        try {
            while (reading) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        if (failure != null) {
            throw failure;
        }
        if (end < 0) {
            end = 0;
            return -1;
        }
        int taken = Math.min(length, end - start);
        System.arraycopy(buffer, start, target, offset, taken);
        start += taken;
        return taken;
    }

    private void fill() {
        int count = -1;
        IOException failed = null;
        try {
            count = stream.read(buffer, 0, buffer.length);
        } catch (IOException e) {
            failed = e;
        }
        synchronized (this) {
            start = 0;
            end = count;
            failure = failed;
            reading = false;
            notifyAll();
        }
    }
}
