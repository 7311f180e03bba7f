// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which entries of an archive are meant: those with these names, and what is in directories with these names; all if there are none. */
final class TarSelection {
    private final List<String> names;
    private final TarExclusions exclusions;
    private final boolean patterns;
    private final Set<String> missing;

    TarSelection(List<String> names, TarExclusions exclusions, boolean patterns) {
        this.names = names.stream().map(Mkdir::trimmed).toList();
        this.exclusions = exclusions;
        this.patterns = patterns;
        this.missing = new LinkedHashSet<>(this.names);
    }

    boolean takes(String entry) {
        if (exclusions.contains(entry)) {
            return false;
        }
        String text = Mkdir.trimmed(entry);
        boolean taken = names.isEmpty();
        for (String name : names) {
            boolean fits = text.equals(name)
                    || text.startsWith(Destination.join(name, ""))
                    || (patterns && fitsPattern(name, text));
            if (fits) {
                missing.remove(name);
                taken = true;
            }
        }
        return taken;
    }

    private static boolean fitsPattern(String pattern, String text) {
        for (int end = text.indexOf('/'); end >= 0; end = text.indexOf('/', end + 1)) {
            if (NamePattern.matches(pattern, text.substring(0, end))) {
                return true;
            }
        }
        return NamePattern.matches(pattern, text);
    }

    /** Names that nothing had. */
    Set<String> missing() {
        return missing;
    }
}
