// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.invkfile.Flag;
import io.invowk.maven.invkfile.ValueType;
import io.invowk.maven.plan.ArgumentTable;
import java.util.ArrayList;
import java.util.List;

/** What one command is and takes, for people. */
final class CommandHelp {
    private CommandHelp() {}

    static List<String> lines(CommandEntry entry, Viewpoint viewpoint) {
        List<String> lines = new ArrayList<>();
        lines.add(entry.name()
                + entry.command()
                        .description()
                        .map(text -> " - " + text.strip())
                        .orElse("")
                + Listing.runtimes(entry.command(), viewpoint));
        lines.add("defined at " + entry.command().origin());
        lines.add("");
        if (entry.command().args().isEmpty()) {
            lines.add("usage: " + entry.name() + " [<word>...]");
        } else {
            List<String> table = ArgumentTable.of(entry);
            lines.add(table.get(0));
            table.subList(1, table.size()).forEach(line -> lines.add("  " + line));
        }
        if (!entry.command().flags().isEmpty()) {
            lines.add("");
            lines.add("flags:");
            entry.command().flags().forEach(flag -> lines.add("  " + line(flag)));
        }
        return lines;
    }

    private static String line(Flag flag) {
        return flag.shortName().map(letter -> "-" + letter + ", ").orElse("")
                + "--" + flag.name()
                + (flag.type() == ValueType.BOOL ? "" : " <" + flag.type().label() + ">")
                + (flag.required() ? ", required" : "")
                + flag.defaultValue()
                        .map(value -> ", default \"" + value + "\"")
                        .orElse("")
                + ": " + flag.description().strip();
    }
}
