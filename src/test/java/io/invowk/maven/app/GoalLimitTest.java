// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoalLimitTest {
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void noInterruptIsLeft() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void interruptsWhatTakesTooLong() {
        assertThatThrownBy(() -> GoalLimit.within(Duration.ofMillis(1000), () -> {
                    try {
                        never.await();
                        return "never";
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new UserException(Diagnostic.of("command \"x\" was interrupted"));
                    }
                }))
                .hasMessageContaining("the goal timed out after 1 second\n")
                .hasMessageContaining("-Dinvowk.goalTimeout")
                .hasMessageContaining("command \"x\" was interrupted");
    }

    @Test
    void leavesAloneWhatIsDoneInTime() throws Exception {
        assertThat(GoalLimit.within(Duration.ofHours(1), () -> "done")).isEqualTo("done");
        assertThat(GoalLimit.within(Duration.ZERO, () -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> GoalLimit.within(Duration.ofHours(1), () -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }
}
