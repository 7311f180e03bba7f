// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void splitsANameIntoWordsAtAnyNumberOfSpaces() {
        assertThat(Command.words("test")).containsExactly("test");
        assertThat(Command.words("test  unit ")).containsExactly("test", "unit");
    }
}
