// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.exec.ExecuteStreamHandler;

/** For a process that writes to the descriptors of this process itself: there is nothing to copy. */
final class OwnStreams implements ExecuteStreamHandler {
    @Override
    public void setProcessInputStream(OutputStream stream) {}

    @Override
    public void setProcessErrorStream(InputStream stream) {}

    @Override
    public void setProcessOutputStream(InputStream stream) {}

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
