// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.Argument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Commands with arguments that have sub-commands, by their full names. */
final class StructureProblems {
    private StructureProblems() {}

    static List<Diagnostic> of(List<CommandEntry> entries) {
        Map<List<String>, List<CommandEntry>> parents = new HashMap<>();
        for (CommandEntry entry : entries) {
            if (!entry.command().args().isEmpty()) {
                parents.computeIfAbsent(entry.fullWords(), words -> new ArrayList<>())
                        .add(entry);
            }
        }
        IdentityHashMap<CommandEntry, List<CommandEntry>> children = new IdentityHashMap<>();
        if (!parents.isEmpty()) {
            for (CommandEntry entry : entries) {
                List<String> words = entry.fullWords();
                for (int length = 1; length < words.size(); length++) {
                    parents.getOrDefault(words.subList(0, length), List.of())
                            .forEach(parent -> children.computeIfAbsent(parent, key -> new ArrayList<>())
                                    .add(entry));
                }
            }
        }
        return entries.stream()
                .filter(children::containsKey)
                .map(parent -> problem(parent, children.getOrDefault(parent, List.of())))
                .toList();
    }

    private static Diagnostic problem(CommandEntry parent, List<CommandEntry> children) {
        String args = parent.command().args().stream().map(Argument::name).collect(Collectors.joining(", "));
        Diagnostic problem = Diagnostic.at(
                        parent.command().origin(),
                        "Invalid command structure: command " + Quoted.of(parent.fullName())
                                + " has both arguments and sub-commands")
                .note("its arguments: " + args);
        for (CommandEntry child : children) {
            problem = problem.also(
                    "sub-command \"" + child.fullName() + '"', child.command().origin());
        }
        return problem.help("remove args from " + Quoted.of(parent.fullName()) + ", or rename one of them");
    }
}
