// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Delivers what is written line by line, as {@link Stdio.Lines} says. */
final class LineOutput extends OutputStream {
    private static final int CHARS = 8192;

    /** The most bytes that a character which is not complete yet has. */
    private static final int MAX_LEFT = 4;

    private final LineSplitter splitter;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final CharBuffer chars = CharBuffer.allocate(CHARS);
    private ByteBuffer left = ByteBuffer.allocate(0);
    private boolean closed;

    LineOutput(Consumer<String> lines) {
        this.splitter = new LineSplitter(lines);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (closed) {
            return;
        }
        ByteBuffer source;
        if (left.hasRemaining()) {
            source = ByteBuffer.allocate(left.remaining() + length);
            source.put(left).put(bytes, offset, length).flip();
        } else {
            source = ByteBuffer.wrap(bytes, offset, length);
        }
        decode(source, false);
        left = ByteBuffer.allocate(MAX_LEFT).put(source).flip();
    }

    private void decode(ByteBuffer source, boolean end) {
        while (decoder.decode(source, chars, end).isOverflow()) {
            deliver();
        }
        deliver();
    }

    private void deliver() {
        splitter.accept(chars.array(), chars.position());
        chars.clear();
    }

    /** Delivers what came after the last line break. What is written later is lost: nobody waits for it. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            decode(left, true);
            splitter.end();
        }
    }
}
