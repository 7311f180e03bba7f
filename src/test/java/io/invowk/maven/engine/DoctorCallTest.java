// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.engine.Diagnosis.Finding;
import io.invowk.maven.engine.Diagnosis.Level;
import io.invowk.maven.engine.EngineOptions.SelinuxLabels;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCallTest {
    @TempDir
    Path home;

    private final List<String> notes = new ArrayList<>();

    private Optional<Diagnosis> diagnose(String script, Duration timeout, String... engines) throws IOException {
        Path fake = Files.writeString(home.resolve("fake"), script);
        HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Map.of(), home, home);
        return new DoctorCall(host, (directory, call) -> fake)
                .diagnose(Path.of("/a b"), List.of(engines), SelinuxLabels.SHARED, timeout, notes);
    }

    @Test
    void readsFactsEnginesAndFindings() throws IOException {
        Diagnosis diagnosis =
                diagnose("""
                        printf '%s\\n' "$@" >"${0%/*}/arguments"
                        printf 'sandbox\\tkinds\\tnone\\n'
                        printf 'engine\\tcandidate\\tpodman\\nengine\\tstate\\tabsent\\n'
                        printf 'engine\\tcandidate\\tdocker\\nengine\\tstate\\tanswers\\n'
                        printf 'finding\\twarning\\tit is slow\\twait\\n'
                        printf 'finding\\tnote\\tit is late\\t-\\n'
                        printf 'containers\\trun\\tyes\\n'
                        printf 'a note\\n' >&2
                        """, Duration.ofSeconds(7), "podman", "/opt/docker").orElseThrow();
        assertThat(diagnosis.canRun()).isTrue();
        assertThat(diagnosis.fact("sandbox", "kinds")).isEqualTo("none");
        assertThat(diagnosis.fact("sandbox", "way")).isEmpty();
        assertThat(diagnosis.subjects()).containsOnlyKeys("sandbox", "containers");
        assertThat(diagnosis.engines())
                .containsExactly(
                        Map.of("candidate", "podman", "state", "absent"),
                        Map.of("candidate", "docker", "state", "answers"));
        assertThat(diagnosis.findings())
                .containsExactly(
                        new Finding(Level.WARNING, "it is slow", Optional.of("wait")),
                        new Finding(Level.NOTE, "it is late", Optional.empty()));
        assertThat(notes).containsExactly("a note");
        assertThat(home.resolve("arguments")).hasContent("""
                        doctor
                        --workspace
                        /a b
                        --engine
                        podman
                        --engine
                        /opt/docker
                        --selinux
                        shared
                        --engine-timeout
                        7
                        """);
    }

    @Test
    void refusesWhatTheVerbNeverSays() {
        assertThatThrownBy(() -> diagnose("printf 'no fields\\n'", Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the engine's verb doctor said: no fields");
    }

    @Test
    void saysNothingOfContainersWithoutAnAnswer() throws IOException {
        assertThat(diagnose("exit 64", Duration.ofSeconds(30)).orElseThrow().canRun())
                .isFalse();
    }
}
