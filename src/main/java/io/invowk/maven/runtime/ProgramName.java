// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import java.util.Locale;
import java.util.Map;

/** The name by which a program is known, whatever its place: {@code /usr/bin/python3} is {@code python3}. */
final class ProgramName {
    private static final Map<String, String> SUFFIXES = Map.ofEntries(
            Map.entry("python", ".py"),
            Map.entry("python2", ".py"),
            Map.entry("python3", ".py"),
            Map.entry("ruby", ".rb"),
            Map.entry("perl", ".pl"),
            Map.entry("node", ".js"),
            Map.entry("bash", ".sh"),
            Map.entry("sh", ".sh"),
            Map.entry("zsh", ".zsh"),
            Map.entry("fish", ".fish"),
            Map.entry("pwsh", ".ps1"),
            Map.entry("powershell", ".ps1"),
            Map.entry("php", ".php"),
            Map.entry("lua", ".lua"),
            Map.entry("Rscript", ".R"));

    private ProgramName() {}

    /** The last component of a path, without {@code .exe}. */
    static String of(String program) {
        String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        return name.toLowerCase(Locale.ROOT).endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }

    /** How the name of a script ends that a program is to read; empty if the program does not care. */
    static String scriptSuffix(String program) {
        return SUFFIXES.getOrDefault(of(program), "");
    }
}
