// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.invkfile.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The declared arguments of a command as a user reads them: how to call it, then one line each. */
public final class ArgumentTable {
    private ArgumentTable() {}

    /** First the usage line; names and descriptions stand in columns. */
    public static List<String> of(CommandEntry entry) {
        List<Argument> arguments = entry.command().args();
        List<String> lines = new ArrayList<>();
        lines.add(arguments.stream()
                .map(ArgumentTable::usage)
                .collect(Collectors.joining(" ", "usage: " + entry.name() + " ", "")));
        int width = arguments.stream()
                .mapToInt(argument -> argument.name().length())
                .max()
                .orElse(0);
        for (Argument argument : arguments) {
            String padding = " ".repeat(width - argument.name().length());
            lines.add(argument.name() + padding + "  " + properties(argument) + ": "
                    + argument.description().strip());
        }
        return lines;
    }

    private static String usage(Argument argument) {
        String name = "<" + argument.name() + ">" + (argument.variadic() ? "..." : "");
        return argument.required() ? name : "[" + name + "]";
    }

    private static String properties(Argument argument) {
        return argument.type().label()
                + (argument.required() ? ", required" : "")
                + (argument.variadic() ? ", any number" : "")
                + argument.defaultValue()
                        .map(value -> ", default \"" + value + "\"")
                        .orElse("");
    }
}
