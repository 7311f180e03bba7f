// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    private static Script parse(String text) {
        return Parser.parse(new SourceText("s", text), AliasLookup.NONE);
    }

    private static Command first(String text) {
        return parse(text).lines().get(0).command();
    }

    private static Command.Simple simple(String text) {
        return (Command.Simple) first(text);
    }

    @Test
    void tellsAssignmentsFromWords() {
        Command.Simple command = simple("a=1 b+=2 c[0]=3 cmd d=4");
        assertThat(command.assignments()).extracting(Assignment::name).containsExactly("a", "b", "c");
        assertThat(command.words()).hasSize(2);
        assertThat(command.words().get(1).assignment()).isNull();
    }

    @Test
    void argumentsOfDeclarationsMayBeAssignments() {
        assertThat(simple("export a=1").words().get(1).assignment()).isNotNull();
        assertThat(simple("command export a=1").words().get(2).assignment()).isNotNull();
    }

    @Test
    void bindsAndOrFromTheLeft() {
        Command.AndOr or = (Command.AndOr) first("a && b || c");
        assertThat(or.and()).isFalse();
        assertThat(or.left()).isInstanceOf(Command.AndOr.class);
    }

    @Test
    void readsSeveralHereDocumentsOfOneLine() {
        Command.Simple command = simple("cat <<A <<'B'\none $x\nA\ntwo $x\nB\n");
        List<Redirection> redirections = command.redirections();
        HereDocument plain = redirections.get(0).document();
        HereDocument quoted = redirections.get(1).document();
        assertThat(plain).isNotNull();
        assertThat(quoted).isNotNull();
        assertThat(plain.body().fixed()).isNull();
        assertThat(quoted.body().fixed()).isEqualTo("two $x\n");
    }

    @Test
    void doubleParenthesesCanAlsoBeSubshells() {
        assertThat(first("((1 + 2))")).isInstanceOf(Command.ArithmeticCommand.class);
        assertThat(first("((a); b)")).isInstanceOf(Command.Subshell.class);
    }

    @Test
    void aliasesStandForTheirText() {
        Map<String, String> aliases = Map.of("ll", "ls -l", "again", "ll ", "x", "y");
        Script script = Parser.parse(new SourceText("s", "again x"), aliases::get);
        Command.Simple command = (Command.Simple) script.lines().get(0).command();
        assertThat(command.words()).extracting(word -> word.word().fixed()).containsExactly("ls", "-l", "y");
    }

    @Test
    void anAliasDoesNotStandForItself() {
        Map<String, String> aliases = Map.of("ls", "ls -l");
        Script script = Parser.parse(new SourceText("s", "ls a"), aliases::get);
        assertThat(((Command.Simple) script.lines().get(0).command()).words()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if true; then echo|1:1",
                "echo a; done|1:9",
                "echo ${x|1:6",
                "echo ${x!}|1:6",
                "for 1x in a; do b; done|1:5",
                "a && & b|1:6",
                "echo `ls|1:6",
                "f() echo|1:5",
                "case x in a) b|1:1",
                "x=(a|1:3",
                "[[ a == ]]|1:9",
                "cat <<|1:7"
            })
    void anErrorHasItsPlace(String text, String place) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("s:" + place + ": error:");
    }

    @Test
    void anErrorInBackquotesHasItsPlaceInTheSource() {
        assertThatThrownBy(() -> parse("echo `a \\`b\\` )`")).hasMessageStartingWith("s:1:15: error:");
    }

    @Test
    void anErrorInAHereDocumentHasItsPlaceInTheSource() {
        assertThatThrownBy(() -> parse("cat <<-E\n\t\tab ${x!}\nE\n")).hasMessageStartingWith("s:2:6: error:");
    }

    @Test
    void anyTextIsReadOrRefused() {
        String alphabet = "ab1 \n;&|(){}[]<>$\"'`\\=!*?#~+-/:,@%^EOF";
        String[] pieces = {
            "if ", "then ", "fi", "do ", "done", "case x in ", "esac", "$((", "))", "${x", "<<E\n", "[[ ", " ]]"
        };
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(24);
            for (int k = 0; k < length; k++) {
                text.append(
                        random.nextInt(4) == 0
                                ? pieces[random.nextInt(pieces.length)]
                                : String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
            }
            try {
                assertThat(parse(text.toString())).isNotNull();
            } catch (UserException e) {
                assertThat(e.diagnostics()).hasSize(1);
            } catch (RuntimeException e) {
                throw new AssertionError("for the text: " + text, e);
            }
        }
    }
}
