// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.port;

/** A program that was started. */
public interface RunningProgram {
    /**
     * Waits for its end, and until all of its output is delivered.
     *
     * @return its exit status; 128+n if signal n ended it
     */
    int waitFor() throws InterruptedException;

    /** Ends it and what it started. */
    void stop();
}
