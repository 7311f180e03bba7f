// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.UserException;
import org.junit.jupiter.api.Test;

class DeepStackTest {
    private static int depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }

    @Test
    void doesWorkThatIsTooDeepForAnOrdinaryStack() {
        assertThat(DeepStack.run(() -> depth(1_000_000))).isEqualTo(1_000_000);
    }

    @Test
    void tellsHowToGiveWorkMoreMemory() {
        assertThatThrownBy(() -> DeepStack.run(() -> new long[Integer.MAX_VALUE]))
                .isInstanceOfSatisfying(UserException.class, e -> {
                    assertThat(e.diagnostics()).hasSize(1);
                    assertThat(e.diagnostics().get(0).message()).isEqualTo("the heap is too small for this CUE");
                    assertThat(e.diagnostics().get(0).help().orElseThrow()).contains("MAVEN_OPTS=-Xmx");
                });
    }

    @Test
    void passesOnWhatWentWrongWithTheWork() {
        assertThatThrownBy(() -> DeepStack.run(() -> {
                    throw new ArithmeticException("wrong");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("wrong");
    }
}
