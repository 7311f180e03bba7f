// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocateCallTest {
    @TempDir
    private Path home;

    private Optional<String> rejections(String script, String... engines) throws IOException {
        return call(script, engines).rejections();
    }

    private LocateCall call(String script, String... engines) throws IOException {
        Path fake = Files.writeString(home.resolve("fake"), "printf '%s\\n' \"$*\" >\"${0%/*}/arguments\"\n" + script);
        HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Map.of(), home, home);
        EngineOptions options = new EngineOptions(
                List.of(engines),
                EngineOptions.User.CALLER,
                EngineOptions.SelinuxLabels.PRIVATE,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(9),
                "s");
        return new LocateCall(host, options, (directory, call) -> fake);
    }

    @Test
    void asksForTheEnginesThatARunWouldTake() throws IOException {
        assertThat(rejections("echo engine=docker; echo 'podman: not on PATH' >&2", "docker", "/opt/podman"))
                .isEmpty();
        assertThat(home.resolve("arguments"))
                .hasContent("locate --engine docker --engine /opt/podman --engine-timeout 9\n");
    }

    @Test
    void asksHowContainersReachThisMachine() throws IOException {
        String answer =
                "path=/bin/docker\nhost_way=gateway=172.17.0.1\nhost_address=172.17.0.1\nhost_name=host.docker.internal";
        EngineReport report = call("echo 'podman: not on PATH' >&2; printf '%s\\n' '" + answer + "'")
                .hostWay();
        assertThat(HostWay.of(report))
                .hasValue(new HostWay("/bin/docker", "gateway=172.17.0.1", "172.17.0.1", "host.docker.internal"));
        assertThat(home.resolve("arguments")).hasContent("locate --host-way --engine-timeout 9\n");
    }

    @Test
    void tellsWhyContainersDoNotReachThisMachine() throws IOException {
        EngineReport refused = call("echo path=/bin/docker; echo cause=host-unreachable; echo error=far")
                .hostWay();
        assertThat(HostWay.of(refused)).isEmpty();
        assertThat(refused.cause()).hasValue("host-unreachable");
        EngineReport none = call("echo 'podman: not on PATH' >&2; exit 69").hostWay();
        assertThat(HostWay.of(none)).isEmpty();
        assertThat(none.cause()).hasValue("engine-unavailable");
        assertThat(none.rejected()).containsExactly("podman: not on PATH");
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        assertThat(rejections("echo 'podman: not on PATH' >&2; echo 'docker: no answer' >&2; exit 69"))
                .hasValue("podman: not on PATH; docker: no answer");
        assertThat(rejections("exit 70")).hasValue("the engine ended with exit status 70");
    }
}
