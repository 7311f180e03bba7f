// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.Messages;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/** Messages to Maven's log; in a quiet build output and warnings go to the standard streams themselves. */
final class LogMessages implements Messages {
    /** One line at a time: the first lines of Maven 4's log lose their level when several threads write them. */
    private static final Object LOG = new Object();

    private final Log log;

    LogMessages(Log log) {
        this.log = log;
    }

    @Override
    public void output(String line) {
        if (log.isInfoEnabled()) {
            info(line);
        } else {
            println(FileDescriptor.out, line);
        }
    }

    @Override
    public void info(String line) {
        synchronized (LOG) {
            log.info(line);
        }
    }

    @Override
    public void warn(String text) {
        if (log.isWarnEnabled()) {
            synchronized (LOG) {
                log.warn(text);
            }
        } else {
            println(FileDescriptor.err, text);
        }
    }

    /** Maven 4 sends System.out and System.err to its log, which is silent in a quiet build. */
    private static void println(FileDescriptor stream, String line) {
        new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8).println(line);
    }

    @Override
    public void debug(Supplier<List<String>> lines) {
        if (log.isDebugEnabled()) {
            lines.get().forEach(log::debug);
        }
    }
}
