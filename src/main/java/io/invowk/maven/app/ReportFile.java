// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The file that tells programs of the last run: of one command, or of several in their order. */
final class ReportFile {
    private final Path file;
    private final boolean several;
    private final List<Map<String, Object>> commands = new ArrayList<>();

    /**
     * A report that is not begun.
     *
     * @param file absolute
     * @param several whether there may be more than one command
     */
    ReportFile(Path file, boolean several) {
        this.file = file;
        this.several = several;
    }

    /** Takes the report of an earlier run away: if there is a report afterwards, it is about this run. */
    void begin() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Adds a command that has ended. */
    void add(Map<String, Object> command) throws IOException {
        commands.add(command);
        JsonFile.write(file, several ? Map.of("commands", commands) : command);
    }
}
