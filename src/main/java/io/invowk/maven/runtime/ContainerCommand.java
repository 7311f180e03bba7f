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
 * @param words program and arguments
 * @param script empty if the text is an argument, or a file of the workspace
 */
record ContainerCommand(List<String> words, Optional<MountedScript> script) {
    ContainerCommand {
        words = List.copyOf(words);
    }

    /** The command of a plan; the shell is always {@code /bin/sh}. */
    static ContainerCommand of(ExecutionPlan plan) {
        if (plan.interpreter().isEmpty()) {
            List<String> words =
                    new ArrayList<>(List.of("/bin/sh", "-c", plan.script().text()));
            if (!plan.words().isEmpty()) {
                words.add("invowk");
                words.addAll(plan.words());
            }
            return new ContainerCommand(words, Optional.empty());
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
        String path = mounted.map(MountedScript::path)
                .orElseGet(() -> WorkspacePath.of(plan.baseDirectory(), inWorkspace.orElseThrow()));
        List<String> words = new ArrayList<>(List.of(interpreter.program()));
        words.addAll(interpreter.arguments());
        words.add(path);
        words.addAll(plan.words());
        return new ContainerCommand(words, mounted);
    }

    private static String name(ExecutionPlan plan, Interpreter interpreter) {
        return plan.script()
                .file()
                .map(file -> String.valueOf(file.getFileName()))
                .orElse("invowk-script" + ProgramName.scriptSuffix(interpreter.program()));
    }
}
