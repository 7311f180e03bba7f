// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.util.function.Consumer;

/** What the streams of a process are connected to. */
public sealed interface Stdio {
    /** The streams of this process themselves: colours, prompts and Ctrl-C work. */
    record Inherited() implements Stdio {}

    /**
     * Empty standard input, output line by line.
     *
     * @param out takes each line of standard output, without its line break; called from one thread at a time
     * @param err the same for standard error
     */
    record Lines(Consumer<String> out, Consumer<String> err) implements Stdio {}

    /**
     * Empty standard input, output byte for byte to the streams of this process as they are now
     * ({@code System.out}, {@code System.err}).
     */
    record Unchanged() implements Stdio {}
}
