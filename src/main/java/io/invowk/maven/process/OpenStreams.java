// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;

/** The streams of a {@link Stdio} for code that runs in this process. */
public final class OpenStreams implements AutoCloseable {
    private final boolean inherited;
    private final InputStream input;
    private final OutputStream output;
    private final OutputStream errors;

    private OpenStreams(boolean inherited, InputStream input, OutputStream output, OutputStream errors) {
        this.inherited = inherited;
        this.input = input;
        this.output = output;
        this.errors = errors;
    }

    /** Opens them; the file of an {@link Stdio.OutputFile} is made anew. */
    public static OpenStreams of(Stdio stdio) throws IOException {
        System.out.flush();
        System.err.flush();
        if (stdio instanceof Stdio.OutputFile file) {
            OutputStream errors = output(file.others(), false);
            return new OpenStreams(false, InputStream.nullInputStream(), Files.newOutputStream(file.file()), errors);
        }
        boolean inherited = stdio instanceof Stdio.Inherited;
        InputStream input = inherited
                ? new InterruptibleInput(new FileInputStream(FileDescriptor.in))
                : InputStream.nullInputStream();
        return new OpenStreams(inherited, input, output(stdio, true), output(stdio, false));
    }

    private static OutputStream output(Stdio stdio, boolean standard) {
        if (stdio instanceof Stdio.Lines lines) {
            return new LineOutput(standard ? lines.out() : lines.err());
        }
        return new FileOutputStream(standard ? FileDescriptor.out : FileDescriptor.err);
    }

    /** Whether a process that is started may have standard input of this process. */
    public boolean isInherited() {
        return inherited;
    }

    /** What there is to read; a thread that waits for it can be interrupted. */
    public InputStream input() {
        return input;
    }

    /** Where standard output goes; several threads may write. */
    public OutputStream output() {
        return output;
    }

    /** Where standard error goes; several threads may write. */
    public OutputStream errors() {
        return errors;
    }

    /** Whether a stream is one of these that leads to a descriptor of this process, which a child can have, too. */
    public boolean isDescriptor(OutputStream stream) {
        return (stream.equals(output) || stream.equals(errors)) && stream instanceof FileOutputStream;
    }

    /** Delivers the last line; the descriptors of this process stay open. */
    @Override
    public void close() throws IOException {
        for (OutputStream stream : new OutputStream[] {output, errors}) {
            if (!(stream instanceof FileOutputStream)) {
                stream.close();
            }
        }
    }
}
