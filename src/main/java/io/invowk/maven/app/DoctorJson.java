// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.engine.Diagnosis;
import io.invowk.maven.engine.Diagnosis.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the doctor found, as a JSON object: names are those of the engine, in Java's way of writing them. */
final class DoctorJson {
    private DoctorJson() {}

    static Map<String, Object> content(
            Diagnosis diagnosis, Doctor.OwnFacts own, DoctorRequest request, Map<String, String> system) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("containersCanRun", diagnosis.canRun());
        content.put(
                "findings",
                diagnosis.findings().stream().map(DoctorJson::finding).toList());
        content.put("runtimes", runtimes(diagnosis, own));
        for (String subject : List.of("containers", "sandbox", "project", "user", "state")) {
            Map<String, Object> facts = facts(diagnosis.subjects().getOrDefault(subject, Map.of()));
            facts.remove("run");
            content.put(subject, facts);
        }
        List<Object> engines = new ArrayList<>();
        diagnosis.engines().forEach(engine -> engines.add(facts(engine)));
        content.put("engines", engines);
        content.put("configuration", configuration(own));
        content.put("java", part(system, "java.version", "java.vendor", "java.home"));
        content.put("os", part(system, "os.name", "os.version", "os.arch"));
        content.put("maven", request.maven());
        content.put("plugin", request.plugin());
        return content;
    }

    private static Map<String, String> configuration(Doctor.OwnFacts own) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("file", own.configuration().toString());
        configuration.put("state", own.configurationState());
        return configuration;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("level", finding.level().name().toLowerCase(Locale.ROOT));
        content.put("text", finding.text());
        finding.cure().ifPresent(cure -> content.put("cure", cure));
        return content;
    }

    private static Map<String, Object> runtimes(Diagnosis diagnosis, Doctor.OwnFacts own) {
        Map<String, Object> runtimes = new LinkedHashMap<>();
        runtimes.put("native", own.nativeShell().isPresent());
        own.nativeShell().ifPresent(shell -> runtimes.put("nativeShell", shell));
        runtimes.put("virtual", true);
        runtimes.put("container", diagnosis.canRun());
        return runtimes;
    }

    private static Map<String, Object> facts(Map<String, String> told) {
        Map<String, Object> facts = new LinkedHashMap<>();
        told.forEach((name, value) -> facts.put(
                camelCase(name), name.endsWith("_ms") || name.equals("leftovers") ? Long.valueOf(value) : value));
        return facts;
    }

    private static String camelCase(String name) {
        StringBuilder out = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                out.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return out.toString();
    }

    private static Map<String, String> part(Map<String, String> system, String... names) {
        Map<String, String> part = new LinkedHashMap<>();
        for (String name : names) {
            part.put(name.substring(name.indexOf('.') + 1), system.getOrDefault(name, ""));
        }
        return part;
    }
}
