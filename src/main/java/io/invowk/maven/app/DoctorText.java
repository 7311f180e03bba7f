// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.engine.Diagnosis;
import io.invowk.maven.engine.Diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the doctor found, on one screen. */
final class DoctorText {
    /** Width of the names on the left. */
    private static final int NAMES = 15;

    private final Diagnosis diagnosis;
    private final List<String> lines = new ArrayList<>();

    private DoctorText(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    static List<String> lines(
            Diagnosis diagnosis, Doctor.OwnFacts own, DoctorRequest request, Map<String, String> system) {
        DoctorText text = new DoctorText(diagnosis);
        text.addVerdict();
        diagnosis.findings().forEach(text::add);
        text.add("sandbox", text.sandbox());
        text.add("engines", text.engines());
        text.add("project", text.project());
        text.add("user", text.user());
        text.add("containers", text.containers());
        text.add("state", text.state());
        text.add("runtimes", runtimes(own, diagnosis.canRun()));
        text.add("configuration", List.of(own.configuration() + " (" + own.configurationState() + ")"));
        text.add(
                "versions",
                List.of("Maven " + request.maven() + ", Java " + system.get("java.version") + " ("
                        + system.get("java.vendor") + "), " + system.get("os.name") + " " + system.get("os.version")
                        + " " + system.get("os.arch") + ", invowk " + request.plugin()));
        return text.lines;
    }

    private void addVerdict() {
        String engine = fact("containers", "engine");
        lines.add(
                diagnosis.canRun()
                        ? "containers can run: " + fact("containers", "name") + " " + fact("containers", "version")
                                + ", " + fact("containers", "mode") + " (" + engine + ")"
                        : "containers cannot run here");
    }

    private void add(Finding finding) {
        lines.add(finding.level().name().toLowerCase(Locale.ROOT) + ": " + finding.text());
        finding.cure().ifPresent(cure -> lines.add("    = help: " + cure));
    }

    /** Adds what is known under a name; nothing is known of what has no lines. */
    private void add(String name, List<String> values) {
        String shown = name;
        for (String value : values) {
            lines.add(shown + " ".repeat(NAMES - shown.length()) + value);
            shown = "";
        }
    }

    private String fact(String subject, String name) {
        return diagnosis.fact(subject, name);
    }

    /** A fact with words before and after it; nothing if it is not known. */
    private String fact(String before, String subject, String name, String after) {
        String value = fact(subject, name);
        return value.isEmpty() ? "" : before + value + after;
    }

    private static List<String> known(String... parts) {
        String line = String.join(
                ", ", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
        return line.isEmpty() ? List.of() : List.of(line);
    }

    private List<String> sandbox() {
        return known(
                fact("sandbox", "kinds") + fact(" (", "sandbox", "application", ")"),
                fact("by ", "sandbox", "facts", ""),
                fact("INVOWK_SANDBOX=", "sandbox", "override", ""),
                fact("way out: ", "sandbox", "way", ""),
                fact("a call takes ", "sandbox", "hop_ms", " ms"),
                fact("the host is in ", "sandbox", "host", ""));
    }

    private List<String> engines() {
        List<String> values = new ArrayList<>();
        String taken = fact("containers", "engine");
        for (Map<String, String> engine : diagnosis.engines()) {
            String path = engine.getOrDefault("path", "");
            String state = engine.getOrDefault("state", "");
            String name = path.isEmpty() ? engine.getOrDefault("candidate", "") : path;
            if (!state.equals("answers")) {
                values.add(name + ": " + engine.getOrDefault("reason", state));
            } else {
                values.add(name + ": " + engine.getOrDefault("name", "") + " " + engine.getOrDefault("version", "")
                        + ", " + engine.getOrDefault("mode", "") + ", "
                        + (path.equals(taken)
                                ? "taken" + fact(", a call takes ", "containers", "call_ms", " ms")
                                : "answers, not needed"));
            }
        }
        return values;
    }

    private List<String> project() {
        String path = fact("project", "path");
        String hostPath = fact("project", "host_path");
        List<String> values = new ArrayList<>(known(
                path.isEmpty() ? hostPath : path,
                path.isEmpty() || hostPath.isEmpty() || path.equals(hostPath) ? "" : "on the host " + hostPath,
                fact("device:inode ", "project", "inode", "")));
        values.addAll(known(fact("proof, sandbox and host: ", "project", "proof_sandbox", "")));
        values.addAll(known(fact("on the engine's machine ", "project", "engine_path", "")));
        values.addAll(known(fact("proof, engine: ", "project", "proof_engine", "")));
        return values;
    }

    private List<String> user() {
        return known(
                (fact("user", "name") + " " + fact("user", "ids")).strip(),
                fact("subuid ", "user", "subuid", ""),
                fact("subgid ", "user", "subgid", ""),
                fact("user namespaces ", "user", "namespaces", ""));
    }

    private List<String> containers() {
        List<String> values = new ArrayList<>(known(fact("run as ", "containers", "user", "")));
        values.addAll(known(
                fact("id map ", "containers", "uid_map", ""), fact("group id map ", "containers", "gid_map", "")));
        values.addAll(known(
                fact("SELinux ", "containers", "selinux", "") + fact(", ", "containers", "labels", ""),
                fact("service ", "containers", "service", ""),
                fact("runtime ", "containers", "oci_runtime", ""),
                fact("cgroups ", "containers", "cgroups", "")));
        values.addAll(known(
                fact("storage ", "containers", "storage_driver", "") + fact(" in ", "containers", "storage", ""),
                fact("", "containers", "storage_free", " free")));
        return values;
    }

    private List<String> state() {
        return known(
                fact("state", "directory"),
                fact("scripts ", "state", "scripts", ""),
                fact("answer kept: ", "state", "kept_engine", ""),
                fact("", "state", "leftovers", " leftovers"));
    }

    private static List<String> runtimes(Doctor.OwnFacts own, boolean containers) {
        return known(
                "native: " + own.nativeShell().orElse("no shell"),
                "virtual: always",
                "container: " + (containers ? "yes" : "no"));
    }
}
