// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.runtime.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report of the last run, for programs to read. */
final class RunReport {
    private RunReport() {}

    /** Content of the report; keys of the container engine are there only after a run in a container. */
    static Map<String, Object> of(ExecutionPlan plan, Outcome outcome) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("command", plan.command());
        report.put("definedAt", plan.definedAt().toString());
        report.put("runtime", outcome.runtime().label());
        report.put(
                "outcome",
                outcome.timedOut()
                        ? "timed-out"
                        : outcome.engine().flatMap(EngineReport::outcome).orElse("exited"));
        report.put("exitStatus", outcome.exitStatus());
        report.put("started", outcome.started());
        report.put("ended", outcome.ended());
        if (outcome.engine().isPresent()) {
            addEngine(outcome.engine().get(), report);
        }
        return report;
    }

    private static void addEngine(EngineReport engine, Map<String, Object> report) {
        put("engine", engine, "engine", report);
        put("engineVersion", engine, "engine_version", report);
        put("engineMode", engine, "mode", report);
        put("sandbox", engine, "sandbox", report);
        put("image", engine, "image", report);
        put("imageAction", engine, "image_action", report);
        String tries = engine.values().get("tries");
        if (tries != null) {
            report.put("tries", Integer.parseInt(tries));
        }
    }

    private static void put(String key, EngineReport engine, String engineKey, Map<String, Object> report) {
        String value = engine.values().get(engineKey);
        if (value != null) {
            report.put(key, value);
        }
    }
}
