// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.engine.EngineOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerSettingsTest {
    @Test
    void becomeTheOptionsOfTheEngine() {
        EngineOptions options = new ContainerSettings(List.of("docker"), "image", "shared", 60, 300)
                .options("1-2", Duration.ofSeconds(5));
        assertThat(options.engines()).containsExactly("docker");
        assertThat(options.user()).isEqualTo(EngineOptions.User.IMAGE);
        assertThat(options.selinux()).isEqualTo(EngineOptions.SelinuxLabels.SHARED);
        assertThat(options.stopGrace()).isEqualTo(Duration.ofSeconds(60));
        assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.engineTimeout()).isEqualTo(Duration.ofSeconds(300));
        assertThat(options.session()).isEqualTo("1-2");
    }

    @Test
    void refuseUnknownValues() {
        assertThatThrownBy(() ->
                        new ContainerSettings(List.of(), "caller", "pivate", 10, 600).options("1-2", Duration.ZERO))
                .hasMessage("""
                        invowk.selinux:1:1: error: unknown value "pivate" of invowk.selinux
                          1 | pivate
                            | ^^^^^^
                            = expected "private", "shared", "disable" or "none"
                            = help: did you mean "private"?""");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 86_401})
    void refuseAGraceOutOfRange(int seconds) {
        assertThatThrownBy(() -> new ContainerSettings(List.of(), "caller", "private", seconds, 600)
                        .options("1-2", Duration.ZERO))
                .hasMessage("""
                        invowk.stopGrace:1:1: error: value of invowk.stopGrace out of range
                          1 | %1$s
                            | %2$s
                            = expected seconds, 0 to 86400""", seconds, "^".repeat(String.valueOf(seconds).length()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 86_401})
    void refuseALimitOfTheEngineOutOfRange(int seconds) {
        assertThatThrownBy(() -> new ContainerSettings(List.of(), "caller", "private", 10, seconds)
                        .options("1-2", Duration.ZERO))
                .hasMessageContaining("value of invowk.engineTimeout out of range");
    }
}
