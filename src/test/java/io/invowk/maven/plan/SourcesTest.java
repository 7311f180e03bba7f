// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static io.invowk.maven.plan.InvkfileFixture.arg;
import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.flag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.CommandSource;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.ValueType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in several sources: execution.md §3, and each row of the tables of §4. */
class SourcesTest {
    private static final CommandCatalog CATALOG = CommandCatalog.of(List.of(
            CommandSource.project(new InvkfileFixture()
                    .with(command("build"), command("deploy"), command("test unit"))
                    .build()),
            CommandSource.module(
                    "io.tools",
                    new InvkfileFixture()
                            .with(
                                    command("deploy").flags(flag("fast", ValueType.BOOL, null, false, "f", null)),
                                    command("deploy staging"),
                                    command("lint all"))
                            .build()),
            CommandSource.module(
                    "other",
                    new InvkfileFixture()
                            .with(command("deploy"), command("test"))
                            .build())));

    private static Invocation read(String words) {
        return read(words, Optional.empty());
    }

    private static Invocation read(String words, Optional<String> from) {
        return InvocationReader.read(
                CATALOG,
                WordSplitter.split(new SourceText("invowk.cmd", words)),
                from.map(text -> Word.whole("invowk.from", text)),
                RunOptions.NONE);
    }

    private static String outcome(String words) {
        try {
            Invocation invocation = read(words);
            if (invocation instanceof Invocation.Run run) {
                List<String> arguments =
                        run.arguments().stream().map(Word::text).toList();
                return run.entry().source().id() + ":" + run.entry().name() + arguments;
            }
            return invocation.getClass().getSimpleName();
        } catch (UserException e) {
            return e.getMessage().lines().findFirst().orElse("").replaceAll("^.*error: ", "");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            build x                    | invkfile:build[x]
            lint all                   | io.tools:lint all[]
            deploy                     | command "deploy" is ambiguous
            deploy to x                | command "deploy" is ambiguous
            deploy staging x           | io.tools:deploy staging[x]
            @invkfile deploy           | invkfile:deploy[]
            @invkfile.cue deploy x     | invkfile:deploy[x]
            @io.tools deploy --fast    | io.tools:deploy[]
            @io.tools.invkmod deploy   | io.tools:deploy[]
            --from other deploy        | other:deploy[]
            deploy --from other.invkmod | other:deploy[]
            deploy --from=io.tools staging | io.tools:deploy staging[]
            @other lint all            | command "lint" not found in source "other"
            @nope deploy               | Source "nope" not found
            deploy --from other.cue    | Source "other.cue" not found
            other deploy               | other:deploy[]
            io.tools deploy -f x       | io.tools:deploy[x]
            'io.tools deploy staging' x | io.tools:deploy staging[x]
            'deploy staging' x         | io.tools:deploy staging[x]
            'deploy'                   | command "deploy" is ambiguous
            io.tools depoly            | unknown command "io.tools depoly"
            io.tools                   | "io.tools" is a group of commands, not a command
            test unit                  | invkfile:test unit[]
            test units                 | other:test[units]
            --from other               | Listing
            @other                     | no command given
            build @other               | invkfile:build[@other]
            """)
    void wordsToACommand(String words, String expected) {
        assertThat(outcome(words)).isEqualTo(expected);
    }

    @Test
    void aSourceAsParameterIsTheLastToBeAsked() {
        assertThat(((Invocation.Run) read("deploy", Optional.of("other")))
                        .entry()
                        .source()
                        .id())
                .isEqualTo("other");
        assertThat(((Invocation.Run) read("@invkfile deploy", Optional.of("other")))
                        .entry()
                        .source()
                        .id())
                .isEqualTo("invkfile");
    }

    @Test
    void listsTheSourcesOfAnAmbiguousName() {
        assertThatThrownBy(() -> read("-v deploy now")).hasMessage("""
                invowk.cmd:1:4: error: command "deploy" is ambiguous
                  1 | -v deploy now
                    |    ^^^^^^
                    = @invkfile: invkfile.cue:1:1
                    = @io.tools: invkfile.cue:1:1
                    = @other: invkfile.cue:1:1
                    = help: name its source: "@invkfile deploy", or --from invkfile""");
    }

    @Test
    void listsTheAvailableSources() {
        assertThatThrownBy(() -> read("@nope deploy"))
                .hasMessageContaining("= Available sources: invkfile, io.tools, other");
    }

    @Test
    void ofOneSourceTheFirstIsMeant() {
        CommandCatalog catalog = CommandCatalog.of(List.of(
                CommandSource.module(
                        "m",
                        new InvkfileFixture()
                                .with(command("a"))
                                .workdir("first")
                                .build()),
                CommandSource.module(
                        "m",
                        new InvkfileFixture().with(command("a"), command("b")).build())));
        assertThat(catalog.named(List.of("a")).orElseThrow().source().invkfile().workdir())
                .contains("first");
        assertThat(catalog.named(List.of("b"))).isPresent();
        assertThat(catalog.entries()).extracting(CommandEntry::name).containsExactly("a", "a", "b");
    }

    @Test
    void theStructureIsThatOfFullNames() {
        CommandSource module = CommandSource.module(
                "tools", new InvkfileFixture().with(command("deploy staging")).build());
        CommandSource deploy = CommandSource.project(new InvkfileFixture()
                .with(command("deploy").args(arg("where", ValueType.STRING)))
                .build());
        assertThat(CommandCatalog.structureProblems(List.of(deploy, module))).isEmpty();
        CommandSource tools = CommandSource.project(new InvkfileFixture()
                .with(command("tools").args(arg("where", ValueType.STRING)))
                .build());
        assertThatThrownBy(() -> CommandCatalog.of(List.of(tools, module)))
                .hasMessageContaining(
                        "Invalid command structure: command \"tools\" has both arguments and sub-commands")
                .hasMessageContaining("sub-command \"tools deploy staging\"");
    }
}
