// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path pattern as the builders of images read it: {@code *}, {@code ?} and {@code [...]} match no slash (Go,
 * "path/filepath", Match); {@code **} matches any number of directories (Docker, "dockerignore files").
 */
final class Glob {
    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int next;

    private Glob(String glob) {
        this.glob = glob;
    }

    /** The pattern for a whole path; empty if it is malformed: such a pattern matches nothing. */
    static Optional<Pattern> compile(String glob) {
        Glob translation = new Glob(glob);
        return translation.translate()
                ? Optional.of(Pattern.compile(translation.regex.toString(), Pattern.DOTALL))
                : Optional.empty();
    }

    /** Whether a text has a character with a meaning; a backslash is one. */
    static boolean isPattern(String text) {
        for (int at = 0; at < text.length(); at++) {
            if ("*?[\\".indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean translate() {
        while (next < glob.length()) {
            char c = glob.charAt(next++);
            switch (c) {
                case '*' -> star();
                case '?' -> regex.append("[^/]");
                case '[' -> {
                    if (!characterClass()) {
                        return false;
                    }
                }
                case '\\' -> {
                    if (next == glob.length()) {
                        return false;
                    }
                    literal(glob.charAt(next++));
                }
                default -> literal(c);
            }
        }
        return true;
    }

    private void star() {
        if (!take('*')) {
            regex.append("[^/]*");
            return;
        }
        take('/');
        regex.append(next == glob.length() ? ".*" : "(?:.*/)?");
    }

    private boolean characterClass() {
        regex.append(take('^') ? "[^/" : "[");
        boolean empty = true;
        while (next < glob.length()) {
            if (!empty && take(']')) {
                regex.append(']');
                return true;
            }
            int low = classCharacter();
            int high = take('-') ? classCharacter() : low;
            if (low < 0 || high < low) {
                return false;
            }
            literal((char) low);
            regex.append('-');
            literal((char) high);
            empty = false;
        }
        return false;
    }

    /** One character of a class, or -1 where none may stand. */
    private int classCharacter() {
        if (next == glob.length() || glob.charAt(next) == '-' || glob.charAt(next) == ']') {
            return -1;
        }
        if (take('\\') && next == glob.length()) {
            return -1;
        }
        return glob.charAt(next++);
    }

    private boolean take(char c) {
        if (next < glob.length() && glob.charAt(next) == c) {
            next++;
            return true;
        }
        return false;
    }

    private void literal(char c) {
        if (c < 128 && !Character.isLetterOrDigit(c)) {
            regex.append('\\');
        }
        regex.append(c);
    }
}
