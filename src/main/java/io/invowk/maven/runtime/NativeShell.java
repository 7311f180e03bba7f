// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import io.invowk.maven.plan.ExecutionPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shell that runs a script without an interpreter: the file's {@code default_shell}, else the user's. */
final class NativeShell {
    private static final List<String> UNIX = List.of("bash", "sh");
    private static final List<String> WINDOWS = List.of("pwsh", "powershell", "cmd");

    private final HostEnvironment host;
    private final ProgramSearch programs;

    NativeShell(HostEnvironment host) {
        this.host = host;
        this.programs = new ProgramSearch(host);
    }

    /** The words of the whole command: shell, script text, positional words. */
    List<String> words(ExecutionPlan plan) {
        String shell = program(plan);
        List<String> words = new ArrayList<>(List.of(shell));
        String text = plan.script().text();
        switch (ProgramName.of(shell).toLowerCase(Locale.ROOT)) {
            case "cmd" -> words.addAll(List.of("/C", text));
            case "powershell", "pwsh" -> {
                words.addAll(List.of("-NoProfile", "-Command", text));
                words.addAll(plan.words());
            }
            default -> {
                words.addAll(List.of("-c", text));
                if (!plan.words().isEmpty()) {
                    words.add("invowk");
                    words.addAll(plan.words());
                }
            }
        }
        return words;
    }

    private String program(ExecutionPlan plan) {
        Optional<String> wanted = plan.shell();
        if (wanted.isPresent() && !wanted.get().isBlank()) {
            return programs.find(wanted.get(), plan.baseDirectory())
                    .map(Path::toString)
                    .orElseThrow(() -> missing(plan, wanted.get()));
        }
        return usual().orElseThrow(() ->
                new UserException(Diagnostic.at(plan.definedAt(), "no shell for command " + Quoted.of(plan.command()))
                        .note(String.join(", ", usualNames()) + ": not on PATH")
                        .help("set default_shell in the invkfile, or the variable SHELL")));
    }

    /** The shell of files that name none: the user's, or the first usual one that is there. */
    Optional<String> usual() {
        String users = host.env().getOrDefault("SHELL", "");
        if (host.os() != OperatingSystem.WINDOWS && !users.isEmpty()) {
            return Optional.of(users);
        }
        return programs.findFirst(usualNames()).map(Path::toString);
    }

    private List<String> usualNames() {
        return host.os() == OperatingSystem.WINDOWS ? WINDOWS : UNIX;
    }

    private static UserException missing(ExecutionPlan plan, String shell) {
        return new UserException(Diagnostic.at(
                        plan.definedAt(), "no shell " + Quoted.of(shell) + " for command " + Quoted.of(plan.command()))
                .note(ProgramSearchNote.of(shell, plan.baseDirectory()))
                .help("install it, or change default_shell in the invkfile"));
    }
}
