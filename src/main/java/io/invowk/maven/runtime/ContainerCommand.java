// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.engine.ContainerSpec.MountedScript;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.plan.Interpreter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What runs in a container, and the script that must be mounted for it.
 *
 * @param program program and arguments before the command's words
 * @param words all of it: with the command's words
 * @param script empty if the text is an argument, or a file of the workspace
 */
record ContainerCommand(List<String> program, List<String> words, Optional<MountedScript> script) {
    ContainerCommand {
        program = List.copyOf(program);
        words = List.copyOf(words);
    }

    /** The command of a plan; the shell is always {@code /bin/sh}. */
    static ContainerCommand of(ExecutionPlan plan) {
        if (plan.interpreter().isEmpty()) {
            List<String> program = List.of("/bin/sh", "-c", plan.script().text());
            List<String> words = new ArrayList<>(program);
            if (!plan.words().isEmpty()) {
                words.add("invowk");
                words.addAll(plan.words());
            }
            return new ContainerCommand(program, words, Optional.empty());
        }
        Interpreter interpreter = plan.interpreter().get();
        Optional<Path> inWorkspace = plan.script()
                .file()
                .map(file -> file.normalize())
                .filter(file -> file.startsWith(plan.baseDirectory().normalize()));
        Optional<MountedScript> mounted = inWorkspace.isPresent()
                ? Optional.empty()
                : Optional.of(
                        new MountedScript(name(plan, interpreter), plan.script().text()));
        List<String> program = new ArrayList<>(List.of(interpreter.program()));
        program.addAll(interpreter.arguments());
        program.add(mounted.map(MountedScript::path)
                .orElseGet(() -> WorkspacePath.of(plan.baseDirectory(), inWorkspace.orElseThrow())));
        List<String> words = new ArrayList<>(program);
        words.addAll(plan.words());
        return new ContainerCommand(program, words, mounted);
    }

    private static String name(ExecutionPlan plan, Interpreter interpreter) {
        return plan.script()
                .file()
                .map(file -> String.valueOf(file.getFileName()))
                .orElse("invowk-script" + ProgramName.scriptSuffix(interpreter.program()));
    }
}
