// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.plan.ExecutionPlan;
import java.util.ArrayList;
import java.util.List;

/** A plan as people read it. Of variables only the names are shown: values may be secrets. */
final class PlanText {
    private PlanText() {}

    static List<String> lines(ExecutionPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("command: " + plan.command() + ", defined at " + plan.definedAt());
        lines.add("runtime: " + plan.runtime().kind().label());
        lines.add("script: "
                + plan.script()
                        .file()
                        .map(Object::toString)
                        .orElse(plan.script().origin().toString()));
        plan.interpreter()
                .ifPresent(interpreter -> lines.add("interpreter: "
                        + String.join(" ", interpreter.program(), String.join(" ", interpreter.arguments()))
                                .strip()));
        plan.shell().ifPresent(shell -> lines.add("default shell: " + shell));
        lines.add("words: " + plan.words().size());
        lines.add("directory: " + plan.workdir());
        lines.add("variables: " + String.join(" ", plan.environment().keySet()));
        return lines;
    }
}
