// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondsTest {
    @Test
    void becomeADuration() {
        assertThat(Seconds.of("invowk.timeout", 0)).isZero();
        assertThat(Seconds.of("invowk.timeout", 86_400)).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 86_401})
    void areRefusedOutOfRange(int seconds) {
        assertThatThrownBy(() -> Seconds.of("invowk.timeout", seconds))
                .hasMessage("""
                        invowk.timeout:1:1: error: value of invowk.timeout out of range
                          1 | %1$s
                            | %2$s
                            = expected seconds, 0 to 86400""", seconds, "^".repeat(String.valueOf(seconds).length()));
    }
}
