// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.engine.Diagnosis;
import io.invowk.maven.engine.Diagnosis.Finding;
import io.invowk.maven.engine.Diagnosis.Level;
import io.invowk.maven.engine.EngineOptions.SelinuxLabels;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether commands can run here, each finding with its cure first, then the whole picture. */
final class Doctor {
    private final HostEnvironment host;
    private final Path directory;
    private final Question question;
    private final Messages messages;

    /** Who looks at the machine. */
    interface Question {
        /** See {@link io.invowk.maven.engine.DoctorCall#diagnose}. */
        Optional<Diagnosis> diagnose(
                Path workspace, List<String> engines, SelinuxLabels selinux, Duration engineTimeout, List<String> notes)
                throws IOException;
    }

    /** How the picture is shown. */
    private enum Format {
        TEXT,
        JSON
    }

    /**
     * What the Java side knows.
     *
     * @param configuration the user's file
     * @param configurationState what becomes of it
     * @param nativeShell the shell of native commands; empty if there is none
     * @param findings what is amiss with these
     */
    record OwnFacts(
            Path configuration, String configurationState, Optional<String> nativeShell, List<Finding> findings) {
        OwnFacts {
            findings = List.copyOf(findings);
        }
    }

    Doctor(HostEnvironment host, Path directory, Question question, Messages messages) {
        this.host = host;
        this.directory = directory;
        this.question = question;
        this.messages = messages;
    }

    /**
     * Looks at the machine and tells.
     *
     * @return what to say if containers cannot run; empty if they can
     * @throws IOException if the report cannot be written, or the thread was interrupted
     */
    Optional<String> examine(DoctorRequest request, OwnFacts own) throws IOException {
        Format format = Choice.of("invowk.format", request.format(), Format.values());
        SelinuxLabels selinux = Choice.of("invowk.selinux", request.selinux(), SelinuxLabels.values());
        Duration timeout = Seconds.of("invowk.engineTimeout", request.engineTimeoutSeconds());
        List<String> notes = new ArrayList<>();
        Diagnosis diagnosis = withOwn(ask(request, selinux, timeout, notes), own.findings());
        Map<String, Object> content = DoctorJson.content(diagnosis, own, request, system());
        switch (format) {
            case TEXT -> DoctorText.lines(diagnosis, own, request, system()).forEach(messages::output);
            case JSON -> JsonFile.text(content).lines().forEach(messages::output);
        }
        notes.forEach(messages::info);
        if (request.reportFile().isPresent()) {
            JsonFile.write(request.reportFile().get(), content);
        }
        return diagnosis.canRun() ? Optional.empty() : Optional.of(verdict(diagnosis));
    }

    private static String verdict(Diagnosis diagnosis) {
        return "containers cannot run here"
                + diagnosis.findings().stream()
                        .filter(finding -> finding.level() == Level.ERROR)
                        .findFirst()
                        .map(finding -> ": " + finding.text())
                        .orElse("");
    }

    private Diagnosis ask(DoctorRequest request, SelinuxLabels selinux, Duration timeout, List<String> notes)
            throws IOException {
        try {
            return question.diagnose(directory, request.engines(), selinux, timeout, notes)
                    .orElseGet(
                            () -> unanswered(
                                    "the engine's scripts came to no end and were stopped",
                                    "a file system or the way out of the sandbox may hang; INVOWK_SANDBOX=none leaves that way out"));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return unanswered(
                    "the engine's scripts cannot run: " + e.getMessage(),
                    host.os() == OperatingSystem.WINDOWS
                            ? "put an sh on the PATH, that of Git for Windows say, or run Maven in WSL"
                            : "an sh on the PATH is needed, and a cache directory that can be written: XDG_CACHE_HOME or ~/.cache");
        }
    }

    private static Diagnosis unanswered(String text, String cure) {
        return new Diagnosis(
                Map.of("containers", Map.of("run", "no")),
                List.of(),
                List.of(new Finding(Level.ERROR, text, Optional.of(cure))));
    }

    /** With findings of the Java side; those that matter most come first. */
    private static Diagnosis withOwn(Diagnosis diagnosis, List<Finding> own) {
        List<Finding> all = new ArrayList<>();
        for (Level level : Level.values()) {
            diagnosis.findings().stream()
                    .filter(finding -> finding.level() == level)
                    .forEach(all::add);
            own.stream().filter(finding -> finding.level() == level).forEach(all::add);
        }
        return new Diagnosis(diagnosis.subjects(), diagnosis.engines(), all);
    }

    private static Map<String, String> system() {
        Map<String, String> system = new LinkedHashMap<>();
        for (String name : List.of("java.version", "java.vendor", "java.home", "os.name", "os.version", "os.arch")) {
            system.put(name, System.getProperty(name, ""));
        }
        return system;
    }
}
