// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import java.util.Locale;

/** The environment variables that carry flags and arguments into a script. */
public final class VariableNames {
    /** How many positional words there are. */
    public static final String WORD_COUNT = "ARGC";

    /** What stands before the number of a positional word. */
    public static final String WORD = "ARG";

    private static final String FLAG = "INVOWK_FLAG_";
    private static final String ARGUMENT = "INVOWK_ARG_";

    private VariableNames() {}

    static String flag(String name) {
        return FLAG + upper(name);
    }

    /** The argument of a name. */
    public static String argument(String name) {
        return ARGUMENT + upper(name);
    }

    /** The positional word of a number, from 1. */
    static String word(int number) {
        return WORD + number;
    }

    /** Whether a variable belongs to the run of one command: those of an outer run are not for an inner one. */
    static boolean isOfOneRun(String name) {
        return name.startsWith(FLAG)
                || name.startsWith(ARGUMENT)
                || name.equals(WORD_COUNT)
                || (name.startsWith(WORD) && isNumber(name.substring(WORD.length())));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String upper(String name) {
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
