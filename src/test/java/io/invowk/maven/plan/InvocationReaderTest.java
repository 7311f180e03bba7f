// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.flag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words to a command: execution.md §4. */
class InvocationReaderTest {
    private static final InvkfileFixture FILE = new InvkfileFixture()
            .with(
                    command("build")
                            .flags(
                                    flag("name", ValueType.STRING, null, false, "n", null),
                                    flag("fast", ValueType.BOOL, null, false, "f", null),
                                    flag("all", ValueType.BOOL, null, false, "a", null)),
                    command("test unit").flags(flag("fast", ValueType.BOOL, null, false, "f", null)),
                    command("test  it  "),
                    command("deploy"),
                    command("deploy staging").flags(flag("to", ValueType.STRING)),
                    command("own")
                            .flags(
                                    flag("runtime", ValueType.STRING, null, false, "r", null),
                                    flag("list", ValueType.BOOL, null, false, "l", null),
                                    flag("help", ValueType.BOOL, null, false, "h", null),
                                    flag("verb", ValueType.BOOL, null, false, "v", null)));

    private static Invocation.Run run(String words) {
        return (Invocation.Run) PlanFixture.read(FILE, words);
    }

    private static String shown(Invocation.Run run) {
        String flags = run.flags().stream()
                .map(option -> option.name()
                        + option.value().map(value -> "=" + value.text()).orElse(""))
                .collect(Collectors.joining(" "));
        String arguments = run.arguments().stream().map(Word::text).collect(Collectors.joining("|"));
        return run.entry().name() + " ; " + flags + " ; " + arguments;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "build > build ;  ; ",
                "build x y > build ;  ; x|y",
                "test unit > test unit ;  ; ",
                "test it x > test it ;  ; x",
                "deploy > deploy ;  ; ",
                "deploy staging > deploy staging ;  ; ",
                "deploy elsewhere > deploy ;  ; elsewhere",
                "deploy -- staging > deploy ;  ; staging",
                "\"test unit\" --fast x > test unit ; --fast ; x",
                "\"deploy\" staging > deploy staging ;  ; ",
                "\"deploy staging\" x > deploy staging ;  ; x",
                "@invkfile build > build ;  ; ",
                "@invkfile.cue test unit x > test unit ;  ; x",
                "--from invkfile build x > build ;  ; x",
                "build --from invkfile.cue x > build ;  ; x",
                "build @invkfile > build ;  ; @invkfile",
                "build --name v > build ; --name=v ; ",
                "build --name=v > build ; --name=v ; ",
                "build --name= > build ; --name= ; ",
                "build --name --fast > build ; --name=--fast ; ",
                "build -n v > build ; -n=v ; ",
                "build -n=v > build ; -n=v ; ",
                "build -nv > build ; -n=v ; ",
                "build --fast v > build ; --fast ; v",
                "build --fast=false > build ; --fast=false ; ",
                "build -f v > build ; -f ; v",
                "build -f=0 v > build ; -f=0 ; v",
                "build -fan v > build ; -f -a -n=v ; ",
                "-i --config c.cue build x > build ;  ; x",
                "build -i x > build ;  ; x",
                "build x --name v y > build ; --name=v ; x|y",
                "build -- --name -n - > build ;  ; --name|-n|-",
                "build - > build ;  ; -",
                "--name v build x > build ; --name=v ; x",
                "--name=v build x > build ; --name=v ; x",
                "--fast test unit > test unit ; --fast ; ",
                "test --fast unit > test unit ; --fast ; ",
                "deploy --to x staging y > deploy staging ; --to=x ; y",
                "own --runtime x --list -v -h -r y > own ; --runtime=x --list -v -h -r=y ; ",
            })
    void tellsNameFlagsAndArgumentsApart(String words, String expected) {
        assertThat(shown(run(words)).strip()).isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-r native build",
                "build -r native",
                "build --runtime=native",
                "-r=native build",
                "--runtime native own"
            })
    void takesTheRuntimeAnywhere(String words) {
        assertThat(run(words).options().runtime()).map(Word::text).contains("native");
    }

    @Test
    void readsTheOptionsOfOneRun() {
        Invocation.Run run = run("build -w sub --force-rebuild -v -E A=1 -E B= -E C=x=y -E =none -E none"
                + " --env-inherit-mode allow --env-inherit-allow A --env-inherit-allow B_2 --env-inherit-deny C");
        assertThat(run.verbose()).isTrue();
        assertThat(run.options().workdir()).map(Word::text).contains("sub");
        assertThat(run.options().forceRebuild()).isTrue();
        assertThat(run.options().env()).containsExactly(Map.entry("A", "1"), Map.entry("B", ""), Map.entry("C", "x=y"));
        assertThat(run.options().inherit())
                .isEqualTo(new EnvInherit(Optional.of(EnvInherit.Mode.ALLOW), List.of("A", "B_2"), List.of("C")));
    }

    @Test
    void letsWordsWinOverParameters() {
        RunOptions parameters = new RunOptions(
                Optional.of(Word.whole("invowk.runtime", "container")),
                Optional.of(Word.whole("invowk.workdir", "a")),
                List.of(new Env.EnvFile("a.env", false, InvkfileFixture.place("a.env"))),
                Map.of("A", "1", "B", "1"),
                new EnvInherit(Optional.of(EnvInherit.Mode.ALLOW), List.of("A"), List.of("B")),
                true);
        Invocation.Run run = (Invocation.Run) InvocationReader.read(
                FILE.catalog(),
                List.of(
                        Word.whole("args", "build"),
                        Word.whole("args", "-r=native"),
                        Word.whole("args", "-EA=2"),
                        Word.whole("args", "-eb.env?"),
                        Word.whole("args", "--env-inherit-allow=X"),
                        Word.whole("args", "--force-rebuild=false")),
                Optional.of(Word.whole("invowk.from", "invkfile")),
                parameters);
        assertThat(run.options().runtime()).map(Word::text).contains("native");
        assertThat(run.options().workdir()).map(Word::text).contains("a");
        assertThat(run.options().env()).containsOnly(Map.entry("A", "2"), Map.entry("B", "1"));
        assertThat(run.options().envFiles()).extracting(Env.EnvFile::path).containsExactly("a.env", "b.env");
        assertThat(run.options().envFiles().get(1).optional()).isTrue();
        assertThat(run.options().inherit())
                .isEqualTo(new EnvInherit(Optional.of(EnvInherit.Mode.ALLOW), List.of("X"), List.of("B")));
        assertThat(run.options().forceRebuild()).isFalse();
    }

    @Test
    void countsAnEmptyModeAsNotGiven() {
        assertThat(run("build --env-inherit-mode=").options().inherit()).isEqualTo(EnvInherit.UNSET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-l", "--list", "-h", "--from invkfile", "--list -v", "@invkfile -l"})
    void listsWithoutAName(String words) {
        assertThat(PlanFixture.read(FILE, words))
                .isInstanceOfSatisfying(
                        Invocation.Listing.class,
                        listing -> assertThat(listing.entries()).hasSize(6));
    }

    @Test
    void helpsWithACommandOrAGroup() {
        assertThat(PlanFixture.read(FILE, "build -h"))
                .isInstanceOfSatisfying(
                        Invocation.Help.class,
                        help -> assertThat(help.entry().name()).isEqualTo("build"));
        assertThat(PlanFixture.read(FILE, "test --help"))
                .isInstanceOfSatisfying(
                        Invocation.Listing.class,
                        listing -> assertThat(listing.entries())
                                .extracting(CommandEntry::name)
                                .containsExactly("test unit", "test it"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "build --nmae v > invowk.cmd:1:7: error: unknown option \"--nmae\" of command \"build\"",
                "build -3 > invowk.cmd:1:7: error: unknown option \"-3\" of command \"build\"",
                "build --list > invowk.cmd:1:7: error: unknown option \"--list\" of command \"build\"",
                "build -r > invowk.cmd:1:7: error: option \"-r\" needs a value",
                "build --verbose=maybe > invowk.cmd:1:7: error: option \"--verbose\" is a switch, it takes no value",
                "build --config c.cue > invowk.cmd:1:7: error: option \"--config\" stands after the command's name",
                "build --env-inherit-mode some > invowk.cmd:1:26: error: unknown mode \"some\" of inherited variables",
                "build --env-inherit-deny=2X > invowk.cmd:1:7: error: \"2X\" is no name of an environment variable",
                "@other build > invowk.cmd:1:1: error: Source \"other\" not found",
                "--from other build > invowk.cmd:1:8: error: Source \"other\" not found",
                "@invkfile build --from invkfile > invowk.cmd:1:24: error: two sources given",
                "@invkfile biuld > invowk.cmd:1:11: error: command \"biuld\" not found in source \"invkfile\"",
                "@invkfile > no command given",
                "test > invowk.cmd:1:1: error: \"test\" is a group of commands, not a command",
                "test uint fast > invowk.cmd:1:6: error: unknown command \"test uint\"",
                "\"no such\" x > invowk.cmd:1:1: error: unknown command \"no such\"",
                "\"\" > invowk.cmd:1:1: error: unknown command \"\"",
            })
    void refusesWhatMeansNothing(String words, String firstLine) {
        assertThatThrownBy(() -> PlanFixture.read(FILE, words))
                .isInstanceOf(UserException.class)
                .message()
                .satisfies(message -> assertThat(message.lines()).first().isEqualTo(firstLine));
    }

    @Test
    void reportsAllUnknownOptionsTogether() {
        assertThatThrownBy(() -> PlanFixture.read(FILE, "build --nmae --fats")).hasMessage("""
                        invowk.cmd:1:7: error: unknown option "--nmae" of command "build"
                          1 | build --nmae --fats
                            |       ^^^^^^
                            = its flags: --name, --fast, --all
                            = help: did you mean "--name"?
                        invowk.cmd:1:14: error: unknown option "--fats" of command "build"
                          1 | build --nmae --fats
                            |              ^^^^^^
                            = its flags: --name, --fast, --all
                            = help: did you mean "--fast"?""");
    }

    @Test
    void suggestsANearCommandAndNamesAll() {
        assertThatThrownBy(() -> PlanFixture.read(FILE, "tets unit --fast")).hasMessage("""
                        invowk.cmd:1:1: error: unknown command "tets"
                          1 | tets unit --fast
                            | ^^^^
                            = commands: build, test unit, test it, deploy, deploy staging, own
                            = help: did you mean "test unit" or "test it"?""");
        assertThatThrownBy(() -> PlanFixture.read(FILE, "test unti")).hasMessage("""
                        invowk.cmd:1:6: error: unknown command "test unti"
                          1 | test unti
                            |      ^^^^
                            = commands below "test": test unit, test it
                            = help: did you mean "test unit" or "test it"?""");
    }

    @Test
    void asksForACommand() {
        assertThatThrownBy(() -> PlanFixture.read(FILE, "-v")).hasMessage("""
                        no command given
                            = commands: build, test unit, test it, deploy, deploy staging, own
                            = help: name one with -Dinvowk.cmd="build"; invowk:list describes them""");
    }
}
