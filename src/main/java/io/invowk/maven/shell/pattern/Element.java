// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.pattern;

import java.util.List;

/** A piece of a pattern. */
sealed interface Element {
    /** Whether it is exactly one character, and which ones it takes; false for pieces of another length. */
    boolean takes(int c, boolean ignoreCase);

    /** Whether it always takes exactly one character. */
    default boolean isSingle() {
        return true;
    }

    /** A character that stands for itself. */
    record One(int character) implements Element {
        @Override
        public boolean takes(int c, boolean ignoreCase) {
            return c == character || (ignoreCase && fold(c) == fold(character));
        }
    }

    /** {@code ?}. */
    record Any() implements Element {
        @Override
        public boolean takes(int c, boolean ignoreCase) {
            return true;
        }
    }

    /** A bracket expression: ranges as pairs of first and last character. */
    record Bracket(boolean negated, List<int[]> ranges, List<CharacterClass> classes) implements Element {
        public Bracket {
            ranges = List.copyOf(ranges);
            classes = List.copyOf(classes);
        }

        @Override
        public boolean takes(int c, boolean ignoreCase) {
            boolean found = contains(c);
            if (!found && ignoreCase) {
                found = contains(Character.toLowerCase(c)) || contains(Character.toUpperCase(c));
            }
            return found != negated;
        }

        private boolean contains(int c) {
            for (int[] range : ranges) {
                if (c >= range[0] && c <= range[1]) {
                    return true;
                }
            }
            for (CharacterClass each : classes) {
                if (each.contains(c)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code *}. */
    record Many() implements Element {
        @Override
        public boolean takes(int c, boolean ignoreCase) {
            return false;
        }

        @Override
        public boolean isSingle() {
            return false;
        }
    }

    /**
     * An extended pattern.
     *
     * @param operator one of {@code ? * + @ !}
     */
    record Group(char operator, List<List<Element>> alternatives) implements Element {
        public Group {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public boolean takes(int c, boolean ignoreCase) {
            return false;
        }

        @Override
        public boolean isSingle() {
            return false;
        }
    }

    private static int fold(int c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
