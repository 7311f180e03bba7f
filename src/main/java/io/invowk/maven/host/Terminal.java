// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.host;

/**
 * Which streams of this process are terminals. The process that finds it out is started by {@code process}.
 *
 * @param stdin whether standard input is one
 * @param stdout whether standard output is one
 */
public record Terminal(boolean stdin, boolean stdout) {
    /** Neither stream is a terminal. */
    public static final Terminal NONE = new Terminal(false, false);

    /** Whether a person can be asked and shown something: both streams are terminals. */
    public boolean isComplete() {
        return stdin && stdout;
    }
}
