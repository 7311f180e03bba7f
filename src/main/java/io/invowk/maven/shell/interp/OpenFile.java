// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What descriptors lead to. It is closed when the last descriptor that leads to it is gone. */
final class OpenFile {
    private final @Nullable Input input;
    private final @Nullable OutputStream output;
    private int users;

    OpenFile(@Nullable InputStream input, @Nullable OutputStream output) {
        this.input = input == null ? null : new Input(input);
        this.output = output;
    }

    static OpenFile reading(InputStream input) {
        return new OpenFile(input, null);
    }

    static OpenFile writing(OutputStream output) {
        return new OpenFile(null, output);
    }

    /** The null device. */
    static OpenFile nothing() {
        return new OpenFile(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream());
    }

    @Nullable
    Input input() {
        return input;
    }

    @Nullable
    OutputStream output() {
        return output;
    }

    /** Notes one more descriptor. */
    synchronized OpenFile retain() {
        users++;
        return this;
    }

    /** Notes one descriptor less. */
    void release() {
        synchronized (this) {
            users--;
            if (users > 0) {
                return;
            }
            notifyAll();
        }
        try {
            if (input != null) {
                input.close();
            }
            if (output != null) {
                output.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until no descriptor leads here. */
    synchronized void awaitUnused() throws InterruptedException {
        while (users > 0) {
            wait();
        }
    }
}
