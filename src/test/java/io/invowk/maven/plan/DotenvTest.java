// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the section on dotenv syntax: execution.md §9. */
class DotenvTest {
    /** Quotes of the table are {@code ´}, so that a row can hold both kinds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '´',
            value = {
                "A=b > b",
                "A= > ´´",
                "A=b=c > b=c",
                "A = b  > b",
                "export A=b > b",
                "export   A=b > b",
                "A=b#c > b#c",
                "A=b #c > b",
                "A= # c > # c",
                "A=b\t#c > b\t#c",
                "A=b # c # d > b",
                "A=$HOME `id` > $HOME `id`",
                "A=it's > it's",
                "A=\"\" > ´´",
                "A=\"b #c\" > b #c",
                "A=\" b \" > ´ b ´",
                "A=\"it's\" > it's",
                "A=\"a\"b\" > a\"b",
                "A=\"x\\ty\" > x\ty",
                "A=\"\\\\ \\\" \\$ \\x\" > \\ \" $ \\x",
                "A=\"a\\\" > a\\",
                "A='' > ´´",
                "A='\\n $x \"' > \\n $x \"",
            })
    void readsValues(String line, String value) {
        Dotenv file = Dotenv.parse(line);
        assertThat(file.problems()).isEmpty();
        assertThat(file.variables()).containsExactly(Map.entry("A", value));
    }

    @Test
    void translatesLineBreaksInDoubleQuotesOnly() {
        assertThat(Dotenv.parse("A=\"1\\r\\n2\"\nB='1\\n2'").variables())
                .containsExactly(Map.entry("A", "1\r\n2"), Map.entry("B", "1\\n2"));
    }

    @Test
    void skipsEmptyLinesAndComments() {
        assertThat(Dotenv.parse("# x\n\n   \n\t#A=1\n\nB=2\n").variables()).containsExactly(Map.entry("B", "2"));
    }

    @Test
    void endsLinesAtLineFeedsAndDropsOneCarriageReturn() {
        assertThat(Dotenv.parse("A=1\r\nB=2\rC=3\r\n").variables())
                .containsExactly(Map.entry("A", "1"), Map.entry("B", "2\rC=3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u0085", "\u2003", "\u3000", "\u202F", "\u000B"})
    void trimsTheBlanksOfUnicode(String blank) {
        assertThat(Dotenv.parse(blank + "A" + blank + "=" + blank + "b" + blank).variables())
                .containsExactly(Map.entry("A", "b"));
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(Dotenv.parse("\uFEFFA=1").variables()).containsExactly(Map.entry("A", "1"));
    }

    @Test
    void takesTheLastOfRepeatedNamesAndAnyName() {
        assertThat(Dotenv.parse("A=1\na.b-c=x\nA=2").variables())
                .containsExactly(Map.entry("A", "2"), Map.entry("a.b-c", "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '´',
            value = {
                "secret > no \"=\" after the name of a variable",
                "export > no \"=\" after the name of a variable",
                "=secret > no name before \"=\"",
                "export =secret > no name before \"=\"",
                "A=\"secret > the value does not end with the quote \" that it starts with",
                "A=\" > the value does not end with the quote \" that it starts with",
                "A=\"b\" # secret > the value does not end with the quote \" that it starts with",
                "A='secret > the value does not end with the quote ' that it starts with",
            })
    void namesTheLineButNotWhatItHolds(String line, String problem) {
        assertThat(Dotenv.parse("OK=1\n\n" + line + "\nMORE=2\n").problems())
                .containsExactly(new Dotenv.Problem(3, problem));
    }

    @Test
    void findsAllProblemsOfAFile() {
        assertThat(Dotenv.parse("x\nA=1\n=y\n").problems())
                .extracting(Dotenv.Problem::line)
                .containsExactly(1, 3);
    }
}
