// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Compresses into one member of gzip: RFC 1952. Closing it leaves the stream below open. */
final class GzipOutput extends OutputStream {
    private static final int UNIX = 3;

    private final OutputStream stream;
    private final Deflater deflater;
    private final DeflaterOutputStream body;
    private final CRC32 checksum = new CRC32();
    private long size;
    private boolean closed;

    /**
     * Writes the header.
     *
     * @param level 1 to 9
     * @param name the name of the file; empty if there is none
     * @param seconds when it was changed, since the epoch; 0 if that is not to be known
     */
    GzipOutput(OutputStream stream, int level, String name, long seconds) throws IOException {
        this.stream = stream;
        this.deflater = new Deflater(level, true);
        this.body = new DeflaterOutputStream(stream, deflater, 32 * 1024);
        byte[] bytes = UtilityCall.bytes(name);
        stream.write(new byte[] {0x1f, (byte) 0x8b, 8, (byte) (bytes.length > 0 ? 8 : 0)});
        number(seconds < 0 || seconds > 0xffffffffL ? 0 : seconds);
        stream.write(level == 9 ? 2 : level == 1 ? 4 : 0);
        stream.write(UNIX);
        if (bytes.length > 0) {
            stream.write(bytes);
            stream.write(0);
        }
    }

    private void number(long value) throws IOException {
        for (int i = 0; i < 4; i++) {
            stream.write((int) (value >> (8 * i)) & 0xff);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        body.write(bytes, offset, length);
        checksum.update(bytes, offset, length);
        size += length;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            body.finish();
            number(checksum.getValue());
            number(size & 0xffffffffL);
            stream.flush();
        } finally {
            deflater.end();
        }
    }
}
