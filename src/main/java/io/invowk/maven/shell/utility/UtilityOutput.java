// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import io.invowk.maven.shell.text.ByteText;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output of a utility, in blocks. */
public final class UtilityOutput extends OutputStream {
    private static final int BLOCK = 32 * 1024;

    private final OutputStream stream;
    private final byte[] block = new byte[BLOCK];
    private int count;

    UtilityOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int b) {
        if (count == BLOCK) {
            flush();
        }
        block[count++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length > BLOCK - count) {
            flush();
        }
        if (length > BLOCK) {
            send(bytes, offset, length);
            return;
        }
        System.arraycopy(bytes, offset, block, count, length);
        count += length;
    }

    void print(String text) {
        byte[] bytes = ByteText.encode(text);
        write(bytes, 0, bytes.length);
    }

    void line(String text) {
        print(text);
        write('\n');
    }

    @Override
    public void flush() {
        int length = count;
        count = 0;
        send(block, 0, length);
    }

    private void send(byte[] bytes, int offset, int length) {
        try {
            stream.write(bytes, offset, length);
            stream.flush();
        } catch (IOException e) {
            throw new OutputFailure(e);
        }
    }
}
