// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** A pipe between two threads. */
final class BytePipe {
    private static final int CAPACITY = 64 * 1024;

    private final byte[] buffer = new byte[CAPACITY];
    private int start;
    private int count;
    private boolean readerClosed;
    private boolean writerClosed;

    private synchronized int read(byte[] target, int offset, int length) throws IOException {
        try {
            while (count == 0 && !writerClosed) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        if (count == 0) {
            return -1;
        }
        int taken = Math.min(length, count);
        int first = Math.min(taken, CAPACITY - start);
        System.arraycopy(buffer, start, target, offset, first);
        System.arraycopy(buffer, 0, target, offset + first, taken - first);
        boolean wasFull = count == CAPACITY;
        start = (start + taken) % CAPACITY;
        count -= taken;
        if (wasFull) {
            notifyAll();
        }
        return taken;
    }

    private synchronized int available() {
        return count;
    }

    private synchronized void write(byte[] source, int offset, int length) throws IOException {
        int at = offset;
        int rest = length;
        while (rest > 0) {
            try {
                while (count == CAPACITY && !readerClosed) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw interrupted();
            }
            if (readerClosed) {
                throw new BrokenPipeException();
            }
            int given = Math.min(rest, CAPACITY - count);
            int end = (start + count) % CAPACITY;
            int first = Math.min(given, CAPACITY - end);
            System.arraycopy(source, at, buffer, end, first);
            System.arraycopy(source, at + first, buffer, 0, given - first);
            boolean wasEmpty = count == 0;
            count += given;
            at += given;
            rest -= given;
            if (wasEmpty) {
                notifyAll();
            }
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException();
    }

    private synchronized void closeReader() {
        readerClosed = true;
        notifyAll();
    }

    private synchronized void closeWriter() {
        writerClosed = true;
        notifyAll();
    }

    /** The end to read from. */
    InputStream reader() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return BytePipe.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return BytePipe.this.read(target, offset, length);
            }

            @Override
            public int available() {
                return BytePipe.this.available();
            }

            @Override
            public void close() {
                closeReader();
            }
        };
    }

    /** The end to write to. */
    OutputStream writer() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                BytePipe.this.write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                BytePipe.this.write(source, offset, length);
            }

            @Override
            public void close() {
                closeWriter();
            }
        };
    }
}
