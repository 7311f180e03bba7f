// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.List;
import java.util.regex.Pattern;

/** Names that {@code tar} leaves out: a pattern fits from the beginning, or from behind a slash, up to the end or a slash. */
final class TarExclusions {
    private final List<Pattern> patterns;

    TarExclusions(List<String> patterns) {
        this.patterns = patterns.stream()
                .map(Mkdir::trimmed)
                .map(pattern -> NamePattern.compile(pattern, false))
                .toList();
    }

    /** Whether a name, or a directory above it, is left out. */
    boolean contains(String name) {
        if (patterns.isEmpty()) {
            return false;
        }
        String text = Mkdir.trimmed(name);
        for (int end = text.indexOf('/', 1); ; end = text.indexOf('/', end + 1)) {
            String part = end < 0 ? text : text.substring(0, end);
            for (int start = 0;
                    start >= 0;
                    start = part.indexOf('/', start) + 1 == 0 ? -1 : part.indexOf('/', start) + 1) {
                String tail = part.substring(start);
                if (patterns.stream().anyMatch(pattern -> pattern.matcher(tail).matches())) {
                    return true;
                }
            }
            if (end < 0) {
                return false;
            }
        }
    }
}
