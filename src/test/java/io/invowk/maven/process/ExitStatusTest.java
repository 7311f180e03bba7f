// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitStatusTest {
    @Test
    void tellsTheSignalOfAStatusAbove128() {
        assertThat(new ExitStatus(143).signal()).hasValue(15);
        assertThat(new ExitStatus(128).signal()).isEmpty();
        assertThat(new ExitStatus(255).signal()).isEmpty();
        assertThat(new ExitStatus(2).signal()).isEmpty();
    }

    @Test
    void isASuccessOnlyForZero() {
        assertThat(new ExitStatus(0).isSuccess()).isTrue();
        assertThat(new ExitStatus(1).isSuccess()).isFalse();
    }
}
