// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What a file of gzip holds: RFC 1952, also of several members one after the other. */
final class GzipInput extends InputStream {
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    private static final int DEFLATED = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;
    private static final int MAX_NAME = 64 * 1024;

    private final BufferedInputStream stream;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] block = new byte[32 * 1024];
    private String name = "";
    private long time;
    private int filled;
    private boolean inMember;
    private boolean ended;
    private boolean garbage;

    /** Reads the first header. */
    GzipInput(InputStream stream) throws IOException {
        this.stream = new BufferedInputStream(stream, 64 * 1024);
        if (!begin(true)) {
            ended = true;
        }
    }

    /** The name of the file that was compressed; empty if that is not known. */
    String name() {
        return name;
    }

    /** When the file that was compressed was changed, in seconds since the epoch; 0 if that is not known. */
    long time() {
        return time;
    }

    /** Whether something else follows what was compressed. */
    boolean hasGarbage() {
        return garbage;
    }

    private int next() throws IOException {
        int octet = stream.read();
        if (octet < 0) {
            throw new EOFException("unexpected end of file");
        }
        return octet;
    }

    private long number(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) next() << (8 * i);
        }
        return number;
    }

    private boolean begin(boolean first) throws IOException {
        int octet = stream.read();
        while (!first && octet == 0) {
            octet = stream.read();
        }
        if (octet < 0) {
            if (first) {
                throw new EOFException("unexpected end of file");
            }
            return false;
        }
        if (octet != MAGIC_1 || stream.read() != MAGIC_2) {
            if (first) {
                throw new IOException("not in gzip format");
            }
            garbage = true;
            return false;
        }
        if (next() != DEFLATED) {
            throw new IOException("unknown method -- not supported");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw new IOException("has flags " + flags + " -- not supported");
        }
        long seconds = number(4);
        number(2);
        if ((flags & EXTRA) != 0) {
            stream.skipNBytes(number(2));
        }
        String original = (flags & NAME) != 0 ? text() : "";
        if ((flags & COMMENT) != 0) {
            text();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            number(2);
        }
        if (first) {
            time = seconds;
            name = original;
        }
        inflater.reset();
        checksum.reset();
        inMember = true;
        return true;
    }

    private String text() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int octet = next(); octet != 0; octet = next()) {
            if (bytes.size() < MAX_NAME) {
                bytes.write(octet);
            }
        }
        return UtilityCall.text(bytes.toByteArray());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int count = inMember ? inflate(target, offset, length) : 0;
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                end();
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(target, offset, length);
            if (count == 0 && inflater.needsDictionary()) {
                throw new IOException("invalid compressed data--format violated");
            }
            if (count == 0 && inflater.needsInput() && !inflater.finished()) {
                fill();
            }
            return count;
        } catch (DataFormatException e) {
            throw new IOException("invalid compressed data--format violated");
        }
    }

    private void fill() throws IOException {
        // What the member does not need is read again.
        stream.mark(block.length);
        filled = stream.read(block, 0, block.length);
        if (filled < 0) {
            throw new EOFException("unexpected end of file");
        }
        inflater.setInput(block, 0, filled);
    }

    private void end() throws IOException {
        int used = filled - inflater.getRemaining();
        stream.reset();
        stream.skipNBytes(used);
        inMember = false;
        long expected = number(4);
        long size = number(4);
        if (expected != checksum.getValue()) {
            throw new IOException("invalid compressed data--crc error");
        }
        if (size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new IOException("invalid compressed data--length error");
        }
        ended = !begin(false);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        stream.close();
    }
}
