// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import static io.invowk.maven.plan.InvkfileFixture.arg;
import static io.invowk.maven.plan.InvkfileFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.invkfile.ValueType;
import io.invowk.maven.plan.InvkfileFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandCatalogTest {
    private static final CommandCatalog CATALOG = new InvkfileFixture()
            .with(command("deploy"), command("deploy  staging "), command("deployed"))
            .catalog();

    @Test
    void knowsCommandsByTheirWords() {
        assertThat(CATALOG.entries())
                .extracting(CommandEntry::name)
                .containsExactly("deploy", "deploy staging", "deployed");
        assertThat(CATALOG.named(List.of("deploy", "staging"))).isPresent();
        assertThat(CATALOG.named(List.of("staging"))).isEmpty();
        assertThat(CATALOG.named(List.of())).isEmpty();
        assertThat(CATALOG.below(List.of("deploy")))
                .extracting(CommandEntry::name)
                .containsExactly("deploy staging");
        assertThat(CATALOG.atOrBelow(List.of("deploy")))
                .extracting(CommandEntry::name)
                .containsExactly("deploy", "deploy staging");
    }

    @Test
    void knowsTheSpellingsOfItsSource() {
        assertThat(CATALOG.from(Word.whole("invowk.from", "invkfile")).entries())
                .hasSize(3);
        assertThat(CATALOG.from(Word.whole("invowk.from", "invkfile.cue")).entries())
                .hasSize(3);
        assertThatThrownBy(() -> CATALOG.from(Word.whole("invowk.from", "tools")))
                .hasMessage("""
                        invowk.from:1:1: error: Source "tools" not found
                          1 | tools
                            | ^^^^^
                            = Available sources: invkfile""");
    }

    @Test
    void refusesArgumentsBesideSubCommands() {
        InvkfileFixture file = new InvkfileFixture()
                .with(
                        command("deploy").args(arg("where", ValueType.STRING), arg("when", ValueType.STRING)),
                        command("deploy staging"),
                        command("other").args(arg("x", ValueType.STRING)));
        assertThatThrownBy(file::catalog).hasMessage("""
                        invkfile.cue:1:1: error: Invalid command structure: command "deploy" has both arguments and sub-commands
                          1 | deploy
                            | ^^^^^^
                            = its arguments: where, when
                            = sub-command "deploy staging": invkfile.cue:1:1
                            = help: remove args from "deploy", or rename one of them""");
    }
}
