// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Word;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordSplitterTest {
    private static List<Arguments> texts() {
        return List.of(
                row(""),
                row(" \t\r\n "),
                row("build", "build"),
                row("  test \t unit\nfast ", "test", "unit", "fast"),
                row("say 'two words'", "say", "two words"),
                row("say \"two words\"", "say", "two words"),
                row("a''b\"\"c", "abc"),
                row("a '' \"\" b", "a", "", "", "b"),
                row("'single \\ \" $x'", "single \\ \" $x"),
                row("\"double \\\" \\\\ \\$ \\` \\n '\"", "double \" \\ $ ` \\n '"),
                row("two\\ words \\'x\\'", "two words", "'x'"),
                row("a\\\nb \"c\\\nd\"", "ab", "cd"),
                row("a\\\r\nb", "ab"),
                row("'a\nb'", "a\nb"),
                row("end\\", "end\\"),
                row("* ~ $HOME #no", "*", "~", "$HOME", "#no"),
                row("--flag='a b' x", "--flag=a b", "x"));
    }

    private static Arguments row(String text, String... words) {
        return Arguments.of(text, Arrays.asList(words));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void splitsLikeAShell(String text, List<String> words) {
        assertThat(WordSplitter.split(new SourceText("invowk.cmd", text)))
                .extracting(Word::text)
                .isEqualTo(words);
    }

    @Test
    void keepsThePlaceOfEachWordWithItsQuotes() {
        assertThat(WordSplitter.split(new SourceText("invowk.cmd", "say  'a b'c")))
                .extracting(
                        word -> word.place().span().start(),
                        word -> word.place().span().end())
                .containsExactly(tuple(0, 3), tuple(5, 11));
    }

    @Test
    void pointsAtAnUnclosedQuote() {
        assertThatThrownBy(() -> WordSplitter.split(new SourceText("invowk.cmd", "say \"it's")))
                .isInstanceOf(UserException.class)
                .hasMessage("""
                        invowk.cmd:1:5: error: unclosed double quote
                          1 | say "it's
                            |     ^
                            = help: close it, or write \\" for the character itself""");
    }
}
