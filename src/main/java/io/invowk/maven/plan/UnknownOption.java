// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.invkfile.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What to say about an option that a command does not have. */
final class UnknownOption {
    private UnknownOption() {}

    static Diagnostic of(GivenOption option, CommandEntry entry) {
        List<String> flags = entry.command().flags().stream()
                .map(Flag::name)
                .map("--"::concat)
                .toList();
        Diagnostic problem = Diagnostic.at(
                option.word().place(),
                "unknown option " + Quoted.of(option.name().toString()) + " of command " + Quoted.of(entry.name()));
        if (!flags.isEmpty()) {
            problem = problem.note(flags.stream().collect(Collectors.joining(", ", "its flags: ", "")));
        }
        return problem.help(NearName.question(option.name().toString(), withSystemOptions(flags))
                .orElse("put -- before words that begin with a dash but are no options"));
    }

    private static List<String> withSystemOptions(List<String> flags) {
        List<String> all = new ArrayList<>(flags);
        for (SystemOption option : SystemOption.values()) {
            all.add("--" + option.longName());
        }
        return all;
    }
}
