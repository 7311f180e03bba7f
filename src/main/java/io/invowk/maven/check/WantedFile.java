// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.invkfile.DependsOn;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file that a command needs.
 *
 * @param path as written
 */
record WantedFile(String path, boolean readable, boolean writable, boolean executable) {
    static final String MISSING = "does not exist";
    static final String NOT_READABLE = "cannot be read";
    static final String NOT_WRITABLE = "cannot be written";
    static final String NOT_EXECUTABLE = "cannot be executed";

    /** The alternatives of an entry. */
    static List<WantedFile> of(DependsOn.FilePaths entry) {
        return entry.alternatives().stream()
                .map(path -> new WantedFile(path, entry.readable(), entry.writable(), entry.executable()))
                .toList();
    }

    /** What it must allow, in words before "file"; empty if it only has to be there. */
    String permissions() {
        List<String> words = Stream.of(
                        readable ? "readable" : "", writable ? "writable" : "", executable ? "executable" : "")
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty() ? "" : String.join(", ", words) + " ";
    }
}
