// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandParameterTest {
    @Test
    void takesFromTheGoalWhatItDoesNotSay() {
        CommandParameter words = new CommandParameter();
        words.set("build --fast");
        CommandParameter filled = words.orElse(60, Set.of(3));
        assertThat(filled.cmd()).isEqualTo("build --fast");
        assertThat(filled.timeout()).isEqualTo(60);
        assertThat(filled.allowedExitStatuses()).containsExactly(3);
        CommandParameter own = new CommandParameter("a", List.of("b"), 5, Set.of(), null, null).orElse(60, Set.of(3));
        assertThat(own.timeout()).isEqualTo(5);
        assertThat(own.allowedExitStatuses()).isEmpty();
        assertThat(own.words()).containsExactly("b");
    }

    @Test
    void whatBelongsToOneCommandCannotStandBesideSeveral() {
        new CommandParameter("", List.of(), 5, Set.of(1), null, null).refuseBeside("commands");
        CommandParameter wrong = new CommandParameter("a", List.of(), 5, Set.of(1), null, "p");
        assertThatThrownBy(() -> wrong.refuseBeside("commands")).hasMessage("""
                cmd, outputProperty are given beside commands
                    = help: put them into a <command> of commands""");
    }
}
