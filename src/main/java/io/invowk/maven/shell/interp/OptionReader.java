// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of a built-in utility by the rules of POSIX XBD 12.2. */
final class OptionReader {
    private final List<String> arguments;
    private final String known;
    private int argument;
    private int letter;
    private @Nullable String value;

    /** Reads the options whose letters are known; a colon behind one means that it has a value. */
    OptionReader(List<String> arguments, String known) {
        this.arguments = arguments;
        this.known = known;
    }

    /** The next option; the null character if no more come. */
    char next() {
        if (letter == 0) {
            if (argument >= arguments.size()) {
                return '\0';
            }
            String text = arguments.get(argument);
            if (text.equals("--")) {
                argument++;
                return '\0';
            }
            if (text.length() < 2 || text.charAt(0) != '-') {
                return '\0';
            }
            letter = 1;
        }
        String text = arguments.get(argument);
        char option = text.charAt(letter++);
        int at = known.indexOf(option);
        if (at < 0 || option == ':') {
            throw new UsageException("-" + option + ": invalid option");
        }
        boolean hasValue = at + 1 < known.length() && known.charAt(at + 1) == ':';
        value = null;
        if (hasValue) {
            takeValue(option, text);
        } else if (letter == text.length()) {
            letter = 0;
            argument++;
        }
        return option;
    }

    private void takeValue(char option, String text) {
        argument++;
        if (letter < text.length()) {
            value = text.substring(letter);
        } else if (argument < arguments.size()) {
            value = arguments.get(argument++);
        } else {
            throw new UsageException("-" + option + ": option requires an argument");
        }
        letter = 0;
    }

    /** The value of the option that came last. */
    String value() {
        return String.valueOf(value);
    }

    /** The arguments behind the options. */
    List<String> rest() {
        return arguments.subList(argument, arguments.size());
    }

    /** How many arguments the options took. */
    int taken() {
        return argument;
    }
}
