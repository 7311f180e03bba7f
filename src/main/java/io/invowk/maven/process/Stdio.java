// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.nio.file.Path;
import java.util.function.Consumer;

/** What the streams of a process are connected to. */
public sealed interface Stdio {
    /** The streams of this process themselves: colours, prompts and Ctrl-C work. */
    record Inherited() implements Stdio {}

    /**
     * Empty standard input, output line by line: UTF-8, a malformed byte becomes U+FFFD; a line ends at LF, a CR before
     * it belongs to no line; a last line without LF counts. A line of more than a million characters comes in pieces.
     *
     * @param out takes each line of standard output, without its line break; called from one thread at a time
     * @param err the same for standard error
     */
    record Lines(Consumer<String> out, Consumer<String> err) implements Stdio {}

    /**
     * Empty standard input, standard output byte for byte into a file.
     *
     * @param file made anew; its directory exists
     * @param others what becomes of standard error
     */
    record OutputFile(Path file, Stdio others) implements Stdio {}

    /**
     * Empty standard input, output byte for byte to descriptors 1 and 2 of this process; not to {@code System.out},
     * which Maven replaces.
     */
    record Unchanged() implements Stdio {}
}
