// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.Command;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.DependsOn.Capability;
import io.invowk.maven.invkfile.DependsOn.Entry;
import io.invowk.maven.regexp.Regexp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The entries of which no alternative holds, each as a problem at its place; one method for each kind of dependency. */
final class Unmet {
    private final String command;

    /** @param command its full name */
    Unmet(String command) {
        this.command = command;
    }

    List<Diagnostic> variables(List<Entry<DependsOn.EnvVar>> entries, Map<String, String> environment) {
        return all(
                entries,
                variable -> variable(variable, environment),
                DependsOn.EnvVar::name,
                "the variable ",
                variable -> "set it before Maven starts; what the invkfile and the call set does not count");
    }

    private static Optional<String> variable(DependsOn.EnvVar variable, Map<String, String> environment) {
        String value = environment.get(variable.name());
        if (value == null) {
            return Optional.of("not set");
        }
        return variable.validation()
                .filter(pattern -> !Regexp.of(pattern).find(value))
                .map(pattern -> "its value does not match " + Quoted.of(pattern));
    }

    List<Diagnostic> tools(List<Entry<String>> entries, Probes probes) {
        return all(entries, probes::tool, Function.identity(), "the tool ", tool -> probes.cureOfTool());
    }

    List<Diagnostic> files(List<DependsOn.FilePaths> entries, Probes probes) {
        List<Diagnostic> unmet = new ArrayList<>();
        for (DependsOn.FilePaths entry : entries) {
            List<WantedFile> files = WantedFile.of(entry);
            unmet.addAll(all(
                    List.of(new Entry<>(files, entry.origin())),
                    probes::file,
                    WantedFile::path,
                    "the " + files.get(0).permissions() + "file ",
                    file -> probes.cureOfFile()));
        }
        return unmet;
    }

    /** Entries with the same alternatives are told once. */
    List<Diagnostic> capabilities(List<Entry<Capability>> entries, Capabilities capabilities) {
        Set<List<Capability>> seen = new HashSet<>();
        return all(
                entries.stream().filter(entry -> seen.add(entry.alternatives())).toList(),
                capabilities::problem,
                Capability::label,
                "the capability ",
                Capabilities::cure);
    }

    List<Diagnostic> checks(List<Entry<DependsOn.Check>> entries, Probes probes) {
        return all(
                entries,
                probes::check,
                DependsOn.Check::name,
                "to pass the check ",
                check -> "mend what the check looks at, or the check; it starts at the place above");
    }

    /** Names that differ in white space only are the same. */
    List<Diagnostic> commands(List<Entry<String>> entries, Collection<String> known) {
        return all(
                entries,
                name -> known.contains(String.join(" ", Command.words(name)))
                        ? Optional.empty()
                        : Optional.of("no such command"),
                Function.identity(),
                "the command ",
                name -> NearName.question(name, known).orElse("invowk:list shows the commands that there are"));
    }

    private <T> List<Diagnostic> all(
            List<Entry<T>> entries,
            Function<T, Optional<String>> problem,
            Function<T, String> name,
            String what,
            Function<T, String> cure) {
        List<Diagnostic> unmet = new ArrayList<>();
        for (Entry<T> entry : entries) {
            List<String> notes = new ArrayList<>();
            for (T alternative : entry.alternatives()) {
                Optional<String> found = problem.apply(alternative);
                if (found.isEmpty()) {
                    notes.clear();
                    break;
                }
                notes.add(name.apply(alternative) + ": " + found.get());
            }
            if (!notes.isEmpty()) {
                List<String> names = entry.alternatives().stream().map(name).toList();
                Diagnostic diagnostic = Diagnostic.at(
                        entry.origin(), "command " + Quoted.of(command) + " needs " + what + Quoted.choice(names));
                for (String note : notes) {
                    diagnostic = diagnostic.note(note);
                }
                unmet.add(diagnostic.help(cure.apply(entry.alternatives().get(0))));
            }
        }
        return unmet;
    }
}
