// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.engine.EngineOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerSettingsTest {
    @Test
    void becomeTheOptionsOfTheEngine() {
        EngineOptions options = new ContainerSettings(List.of("docker"), "image", "shared").options("1-2");
        assertThat(options.engines()).containsExactly("docker");
        assertThat(options.user()).isEqualTo(EngineOptions.User.IMAGE);
        assertThat(options.selinux()).isEqualTo(EngineOptions.SelinuxLabels.SHARED);
        assertThat(options.session()).isEqualTo("1-2");
    }

    @Test
    void refuseUnknownValues() {
        assertThatThrownBy(() -> new ContainerSettings(List.of(), "caller", "pivate").options("1-2"))
                .hasMessage("""
                        invowk.selinux:1:1: error: unknown value "pivate" of invowk.selinux
                          1 | pivate
                            | ^^^^^^
                            = expected "private", "shared", "disable" or "none"
                            = help: did you mean "private"?""");
    }
}
