// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.process.Stdio;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StdioChoiceTest {
    private final RecordedMessages messages = new RecordedMessages();

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            direct, interactive, parallel, terminal, quiet, expected
            true,   true,        false,    true,     false, Inherited
            true,   true,        false,    true,     true,  Inherited
            false,  true,        false,    true,     false, Lines
            true,   false,       false,    true,     false, Lines
            true,   true,        true,     true,     false, Lines
            true,   true,        false,    false,    false, Lines
            false,  true,        false,    true,     true,  Unchanged
            true,   true,        true,     true,     true,  Unchanged
            true,   true,        false,    false,    true,  Unchanged
            """)
    void followsHowTheGoalWasCalled(
            boolean direct, boolean interactive, boolean parallel, boolean terminal, boolean quiet, String expected) {
        GoalCall call = new GoalCall("s", direct, interactive, quiet, parallel, "");
        assertThat(StdioChoice.of(StdioChoice.Mode.AUTO, call, () -> terminal, messages)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"INHERIT, Inherited", "LOG, Lines", "PLAIN, Unchanged"})
    void doesWhatAUserWantsHoweverTheGoalWasCalled(StdioChoice.Mode mode, String expected) {
        for (boolean on : new boolean[] {true, false}) {
            GoalCall call = new GoalCall("s", on, on, on, on, "");
            assertThat(StdioChoice.of(mode, call, () -> Assertions.fail("asked"), messages)
                            .getClass()
                            .getSimpleName())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, web, '[web] '", "false, web, ''", "true, '', ''"})
    void prefixesLinesOfModulesThatRunAtTheSameTime(boolean parallel, String module, String prefix) {
        GoalCall call = new GoalCall("s", true, true, false, parallel, module);
        Stdio.Lines lines = (Stdio.Lines) StdioChoice.of(StdioChoice.Mode.AUTO, call, () -> false, messages);
        lines.out().accept("a");
        lines.err().accept("b");
        assertThat(messages.lines).containsExactly("i " + prefix + "a", "i " + prefix + "b");
    }

    @Test
    void asksForATerminalOnlyIfThatMatters() {
        GoalCall call = new GoalCall("s", false, true, false, false, "");
        assertThat(StdioChoice.of(StdioChoice.Mode.AUTO, call, () -> Assertions.fail("asked"), messages))
                .isInstanceOf(Stdio.Lines.class);
    }
}
