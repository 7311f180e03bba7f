// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.ssh;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command on a terminal of its own, by the program {@code script} of util-linux: Java has none to give.
 *
 * <p>The size of the terminal is the client's at the start.
 */
final class PseudoTerminal {
    private static final String PROGRAM = "script";

    private PseudoTerminal() {}

    /** Whether the program is there; those of other systems want a terminal themselves. */
    static boolean isOffered(Map<String, String> environment) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return false;
        }
        for (String directory : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, PROGRAM))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Program and arguments. The program has what follows it read by {@code $SHELL}, which is {@link HostCommand#SHELL} for it.
     *
     * @param command what a shell is to become, in the words of a shell
     * @param environment of the client and of this machine
     */
    static List<String> words(String command, Map<String, String> environment) {
        String rows = number(environment.get("LINES"));
        String columns = number(environment.get("COLUMNS"));
        String size =
                rows.isEmpty() || columns.isEmpty() ? "" : "stty rows " + rows + " cols " + columns + " 2>/dev/null; ";
        String shell = environment.get("SHELL");
        String restored = shell == null ? "unset SHELL; " : "SHELL=" + quoted(shell) + "; ";
        return List.of(PROGRAM, "-q", "-e", "-c", size + restored + "exec " + command, "/dev/null");
    }

    private static String number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,4}") && !text.matches("0*") ? text : "";
    }

    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
