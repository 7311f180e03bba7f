// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine's verb {@code doctor} sees of this machine; the {@code README.md} of the scripts has the names.
 *
 * @param subjects facts by subject and name, in the order in which they were told
 * @param engines facts on each candidate that was tried, in that order
 * @param findings what is amiss, in the order in which it was found
 */
public record Diagnosis(
        Map<String, Map<String, String>> subjects, List<Map<String, String>> engines, List<Finding> findings) {
    private static final int FIELDS = 4;

    public Diagnosis {
        subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
        engines = List.copyOf(engines);
        findings = List.copyOf(findings);
    }

    /** How much a finding matters. */
    public enum Level {
        /** No container can run. */
        ERROR,
        WARNING,
        NOTE
    }

    /**
     * One thing that is amiss.
     *
     * @param cure what can be done about it, if that is known
     */
    public record Finding(Level level, String text, Optional<String> cure) {}

    /** Whether containers can run. */
    public boolean canRun() {
        return fact("containers", "run").equals("yes");
    }

    /** A fact; empty if it is not known. */
    public String fact(String subject, String name) {
        return subjects.getOrDefault(subject, Map.of()).getOrDefault(name, "");
    }

    /** Of lines of the verb; a line of another form is a fault of ours. */
    static Diagnosis of(List<String> lines) {
        Map<String, Map<String, String>> subjects = new LinkedHashMap<>();
        List<Map<String, String>> engines = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split("\t", FIELDS);
            if (fields.length < FIELDS - 1) {
                throw new IllegalStateException("the engine's verb doctor said: " + line);
            }
            if (fields[0].equals("finding")) {
                findings.add(finding(fields));
                continue;
            }
            Map<String, String> facts = subjects.computeIfAbsent(fields[0], subject -> new LinkedHashMap<>());
            if (fields[0].equals("engine")) {
                if (fields[1].equals("candidate")) {
                    engines.add(new LinkedHashMap<>());
                }
                facts = engines.get(engines.size() - 1);
            }
            facts.put(fields[1], fields[2]);
        }
        subjects.remove("engine");
        return new Diagnosis(subjects, engines, findings);
    }

    private static Finding finding(String[] fields) {
        Level level = switch (fields[1]) {
            case "error" -> Level.ERROR;
            case "warning" -> Level.WARNING;
            default -> Level.NOTE;
        };
        Optional<String> cure = fields.length < FIELDS || fields[FIELDS - 1].equals("-")
                ? Optional.empty()
                : Optional.of(fields[FIELDS - 1]);
        return new Finding(level, fields[2], cure);
    }
}
