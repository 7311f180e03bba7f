// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.engine.Diagnosis;
import io.invowk.maven.engine.Diagnosis.Finding;
import io.invowk.maven.engine.Diagnosis.Level;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private final RecordedMessages messages = new RecordedMessages();
    private final List<Finding> ownFindings = new ArrayList<>();
    private String asked = "";

    @TempDir
    Path directory;

    private Optional<String> examine(Doctor.Question question, DoctorRequest request) throws IOException {
        HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Map.of(), directory, directory);
        return new Doctor(host, directory, question, messages)
                .examine(
                        request,
                        new Doctor.OwnFacts(
                                Path.of("/home/u/config.cue"), "no such file", Optional.of("/bin/bash"), ownFindings));
    }

    private Optional<String> examine(Diagnosis diagnosis, DoctorRequest request) throws IOException {
        return examine(
                (workspace, engines, selinux, timeout, notes) -> {
                    asked = engines + " " + selinux + " " + timeout;
                    return Optional.of(diagnosis);
                },
                request);
    }

    private static DoctorRequest request(String format) {
        return new DoctorRequest(List.of("podman"), "shared", 7, format, Optional.empty(), "3.9.16", "0.1.0");
    }

    /** Facts: subject, name, value; and again. */
    private static Map<String, Map<String, String>> facts(String... words) {
        Map<String, Map<String, String>> facts = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 3) {
            facts.computeIfAbsent(words[i], subject -> new LinkedHashMap<>()).put(words[i + 1], words[i + 2]);
        }
        return facts;
    }

    private static Diagnosis well() {
        return new Diagnosis(
                facts(
                        "sandbox",
                        "kinds",
                        "flatpak",
                        "sandbox",
                        "application",
                        "org.example.Ide",
                        "sandbox",
                        "facts",
                        "/.flatpak-info",
                        "sandbox",
                        "hop_ms",
                        "20",
                        "project",
                        "path",
                        "/tmp/x",
                        "project",
                        "host_path",
                        "/run/x",
                        "project",
                        "inode",
                        "1:2",
                        "project",
                        "engine_path",
                        "/srv/x",
                        "project",
                        "proof_engine",
                        "seen",
                        "user",
                        "name",
                        "u",
                        "user",
                        "ids",
                        "1:1",
                        "containers",
                        "engine",
                        "/usr/bin/podman",
                        "containers",
                        "name",
                        "podman",
                        "containers",
                        "version",
                        "4.3.1",
                        "containers",
                        "mode",
                        "podman-rootless",
                        "containers",
                        "call_ms",
                        "60",
                        "containers",
                        "storage_driver",
                        "overlay",
                        "state",
                        "leftovers",
                        "0",
                        "containers",
                        "run",
                        "yes"),
                List.of(
                        engine(
                                "candidate", "podman",
                                "path", "/usr/bin/podman",
                                "state", "answers",
                                "name", "podman",
                                "version", "4.3.1",
                                "mode", "podman-rootless"),
                        engine("candidate", "podman-remote", "state", "absent", "reason", "not on PATH"),
                        engine(
                                "candidate", "docker",
                                "path", "/usr/bin/docker",
                                "state", "answers",
                                "name", "docker",
                                "version", "28.2",
                                "mode", "docker-rootful")),
                List.of(
                        new Finding(Level.NOTE, "it is late", Optional.empty()),
                        new Finding(Level.WARNING, "it is slow", Optional.of("wait"))));
    }

    /** What is told of one engine, in this order: names and values in turns. */
    private static Map<String, String> engine(String... facts) {
        Map<String, String> engine = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            engine.put(facts[i], facts[i + 1]);
        }
        return engine;
    }

    private static Diagnosis ill() {
        return new Diagnosis(
                facts("containers", "run", "no"),
                List.of(),
                List.of(new Finding(Level.ERROR, "no container engine is installed", Optional.of("install one"))));
    }

    @Test
    void showsTheFindingsFirstAndThenThePicture() throws IOException {
        ownFindings.add(new Finding(Level.WARNING, "the file is wrong", Optional.empty()));
        assertThat(examine(well(), request("text"))).isEmpty();
        assertThat(asked).isEqualTo("[podman] SHARED PT7S");
        assertThat(messages.lines.subList(0, messages.lines.size() - 1))
                .containsExactly(
                        "o containers can run: podman 4.3.1, podman-rootless (/usr/bin/podman)",
                        "o warning: it is slow",
                        "o     = help: wait",
                        "o warning: the file is wrong",
                        "o note: it is late",
                        "o sandbox        flatpak (org.example.Ide), by /.flatpak-info, a call takes 20 ms",
                        "o engines        /usr/bin/podman: podman 4.3.1, podman-rootless, taken, a call takes 60 ms",
                        "o                podman-remote: not on PATH",
                        "o                /usr/bin/docker: docker 28.2, docker-rootful, answers, not needed",
                        "o project        /tmp/x, on the host /run/x, device:inode 1:2",
                        "o                on the engine's machine /srv/x",
                        "o                proof, engine: seen",
                        "o user           u 1:1",
                        "o containers     storage overlay",
                        "o state          0 leftovers",
                        "o runtimes       native: /bin/bash, virtual: always, container: yes",
                        "o configuration  /home/u/config.cue (no such file)");
        assertThat(messages.lines.get(messages.lines.size() - 1))
                .startsWith("o versions       Maven 3.9.16, Java " + System.getProperty("java.version") + " (")
                .endsWith(", invowk 0.1.0");
    }

    @Test
    void saysWhyContainersCannotRun() throws IOException {
        assertThat(examine(ill(), request("text")))
                .hasValue("containers cannot run here: no container engine is installed");
        assertThat(messages.lines)
                .startsWith(
                        "o containers cannot run here",
                        "o error: no container engine is installed",
                        "o     = help: install one")
                .contains("o runtimes       native: /bin/bash, virtual: always, container: no");
    }

    @Test
    void writesTheSameAsJson() throws IOException {
        Path file = directory.resolve("new/doctor.json");
        DoctorRequest request = request("json");
        assertThat(examine(
                        well(),
                        new DoctorRequest(
                                request.engines(),
                                request.selinux(),
                                request.engineTimeoutSeconds(),
                                request.format(),
                                Optional.of(file),
                                request.maven(),
                                request.plugin())))
                .isEmpty();
        List<String> json =
                messages.lines.stream().map(line -> line.substring(2)).toList();
        assertThat(file).hasContent(String.join("\n", json));
        assertThat(json)
                .startsWith(
                        "{",
                        "  \"containersCanRun\": true,",
                        "  \"findings\": [",
                        "    {",
                        "      \"level\": \"warning\",",
                        "      \"text\": \"it is slow\",",
                        "      \"cure\": \"wait\"")
                .contains(
                        "    \"callMs\": 60,",
                        "    \"hopMs\": 20",
                        "    \"hostPath\": \"/run/x\",",
                        "    \"leftovers\": 0",
                        "    \"nativeShell\": \"/bin/bash\",",
                        "      \"candidate\": \"podman-remote\",",
                        "      \"reason\": \"not on PATH\"",
                        "    \"state\": \"no such file\"",
                        "  \"maven\": \"3.9.16\",",
                        "  \"plugin\": \"0.1.0\"")
                .doesNotContain("    \"run\": \"yes\"");
    }

    @Test
    void saysThatTheScriptsCameToNoEnd() throws IOException {
        assertThat(examine((workspace, engines, selinux, timeout, notes) -> Optional.empty(), request("text")))
                .hasValue("containers cannot run here: the engine's scripts came to no end and were stopped");
    }

    @Test
    void takesAMissingShellForAFinding() throws IOException {
        assertThat(examine(
                        (workspace, engines, selinux, timeout, notes) -> {
                            throw new IOException("Cannot run program \"sh\"");
                        },
                        request("text")))
                .hasValue("containers cannot run here: the engine's scripts cannot run: Cannot run program \"sh\"");
        assertThat(messages.lines.get(2)).startsWith("o     = help: an sh on the PATH is needed");
    }

    @Test
    void isInterrupted() {
        assertThatThrownBy(() -> examine(
                        (workspace, engines, selinux, timeout, notes) -> {
                            throw new InterruptedIOException("sh was interrupted");
                        },
                        request("text")))
                .isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void refusesAnUnknownFormat() {
        assertThatThrownBy(() -> examine(well(), request("jason")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("unknown value \"jason\" of invowk.format")
                .hasMessageContaining("did you mean \"json\"?");
        assertThat(messages.lines).isEmpty();
    }

    @Test
    void passesTheNotesOn() throws IOException {
        examine(
                (workspace, engines, selinux, timeout, notes) -> {
                    notes.add("invowk-engine: a note");
                    return Optional.of(ill());
                },
                request("json"));
        assertThat(messages.lines).contains("i invowk-engine: a note");
    }
}
