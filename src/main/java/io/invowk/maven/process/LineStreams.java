// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.exec.ExecuteStreamHandler;

/** Delivers both output streams of a process line by line; always drains both. */
final class LineStreams implements ExecuteStreamHandler {
    private final Stdio.Lines lines;
    private final List<LinePump> pumps = new ArrayList<>();

    LineStreams(Stdio.Lines lines) {
        this.lines = lines;
    }

    @Override
    public void setProcessInputStream(OutputStream stream) {
        // Standard input is the null device.
    }

    @Override
    public void setProcessOutputStream(InputStream stream) {
        pumps.add(new LinePump("invowk-stdout", stream, lines.out()));
    }

    @Override
    public void setProcessErrorStream(InputStream stream) {
        pumps.add(new LinePump("invowk-stderr", stream, lines.err()));
    }

    @Override
    public void start() {
        pumps.forEach(LinePump::start);
    }

    @Override
    public void stop() {
        pumps.forEach(LinePump::finish);
    }
}
