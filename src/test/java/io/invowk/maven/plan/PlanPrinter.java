// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import java.util.Map;
import java.util.StringJoiner;

/** All of a plan as text; values of variables too, which no message shows. */
final class PlanPrinter {
    private PlanPrinter() {}

    static String print(ExecutionPlan plan) {
        StringJoiner out = new StringJoiner("\n", "", "\n");
        out.add("command: " + plan.command());
        out.add("defined at: " + plan.definedAt());
        out.add("runtime: " + plan.runtime().kind().label() + " at "
                + plan.runtime().origin());
        out.add("interpreter: " + plan.interpreter().map(Object::toString).orElse("none"));
        out.add("default shell: " + plan.shell().orElse("none"));
        out.add("base directory: " + plan.baseDirectory());
        out.add("directory: " + plan.workdir());
        out.add("force rebuild: " + plan.forceRebuild());
        plan.words().forEach(word -> out.add("word: " + word));
        for (Map.Entry<String, String> variable : plan.environment().entrySet()) {
            out.add("variable: " + variable.getKey() + "=" + variable.getValue());
        }
        out.add("script: "
                + plan.script()
                        .file()
                        .map(Object::toString)
                        .orElse("at " + plan.script().origin()));
        plan.script().text().lines().forEach(line -> out.add("  " + line));
        return out.toString();
    }
}
