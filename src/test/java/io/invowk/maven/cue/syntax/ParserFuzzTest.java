// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.provider.MethodSource;

class ParserFuzzTest {
    static List<byte[]> seeds() {
        return Seeds.cueFiles("cue");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "/fuzz/cue.dict")
    @FuzzTest
    void anyBytesGiveTokensAndATreeOrADiagnostic(byte[] bytes) {
        SourceText source = new SourceText("x.cue", new String(bytes, StandardCharsets.UTF_8));
        List<Token> tokens = Lexer.tokens(source, new Problems(source));
        Token last = tokens.get(tokens.size() - 1);
        assertThat(last.kind()).isEqualTo(Token.Kind.END_OF_FILE);
        assertThat(last.end()).isEqualTo(source.text().length());
        parse(source, Parser::parse);
        parse(source, Parser::parseExpression);
    }

    private static void parse(SourceText source, Consumer<SourceText> parser) {
        try {
            parser.accept(source);
        } catch (UserException e) {
            assertThat(e.diagnostics()).isNotEmpty();
            DiagnosticRenderer.render(e.diagnostics());
        }
    }
}
