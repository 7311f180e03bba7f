// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.diagnostic.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {
    /** The tokens as written, separated by spaces; {@code ;} for a comma that a line break stands for. */
    private static String tokens(String text) {
        SourceText source = new SourceText("x.cue", text);
        Problems problems = new Problems(source);
        List<Token> tokens = Lexer.tokens(source, problems);
        problems.throwIfAny();
        return tokens.stream()
                .map(token -> token.kind() == Token.Kind.LINE_BREAK ? ";" : text.substring(token.start(), token.end()))
                .collect(Collectors.joining(" "))
                .strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "null",
                "for",
                "_",
                "_|_",
                "1",
                "1K",
                "\"s\"",
                "'b'",
                "\"\\(a)\"",
                "@a(b)",
                ")",
                "]",
                "}",
                "?",
                "..."
            })
    void putsACommaAtTheLineEndAfter(String token) {
        assertThat(tokens(token + " // comment\n")).endsWith(";");
        assertThat(tokens(token)).endsWith(";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "&", "|", ",", ":", "(", "[", "{", "=", "!", ".", "*", "<", "=~"})
    void putsNoCommaAfter(String token) {
        assertThat(tokens(token + "\n")).isEqualTo(token);
    }

    @Test
    void putsNoCommaBeforeAColonOrCommaOnALaterLine() {
        assertThat(tokens("a\n\n : 1\n, b")).isEqualTo("a : 1 , b ;");
        assertThat(tokens("a // comment\n: 1")).isEqualTo("a ; : 1 ;");
    }

    @Test
    void cutsStringsAtTheirInterpolations() {
        assertThat(tokens("\"a\\(b(c))d\\({e: \")\"})f\"")).isEqualTo("\"a\\( b ( c ) )d\\( { e : \")\" } )f\" ;");
        assertThat(tokens("#\"\\(a)\\#(b)\"#")).isEqualTo("#\"\\(a)\\#( b )\"# ;");
    }

    @Test
    void tellsHashesOfNamesFromThoseOfStrings() {
        assertThat(tokens("#a _#b # _# #\"\"# ##\"\"#\"## #\"\"\"# #'''#"))
                .isEqualTo("#a _#b # _# #\"\"# ##\"\"#\"## #\"\"\"# #'''# ;");
    }

    @Test
    void takesTheLongestOperator() {
        assertThat(tokens("<=<==~=!~!&&&|||...._|_|_")).isEqualTo("<= <= =~ = !~ ! && & || | ... . _|_ | _ ;");
    }

    @Test
    void readsBracketsAndStringsInAttributes() {
        assertThat(tokens("@a({[()]},\")\",#\")\"#) b")).isEqualTo("@a({[()]},\")\",#\")\"#) b ;");
    }

    @Test
    void joinsNumbersWithWhatStandsBehindThem() {
        assertThat(tokens("1.5e+3 .5 5. 1e-2 0x1F 1Ki")).isEqualTo("1.5e+3 .5 5. 1e-2 0x1F 1Ki ;");
        assertThat(tokens("0x1e+1")).isEqualTo("0x1e + 1 ;");
    }

    @Test
    void closesAMultiLineStringOnlyAtTheBeginningOfALine() {
        assertThat(tokens("\"\"\"\n a \"\"\" b\n \"\"\"")).isEqualTo("\"\"\"\n a \"\"\" b\n \"\"\" ;");
    }
}
