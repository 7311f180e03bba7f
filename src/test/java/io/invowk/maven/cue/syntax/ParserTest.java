// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.diagnostic.UserException;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    /** What threads have by default on the usual platforms. */
    private static final long STACK_BYTES = 1 << 20;

    private static Expr expr(String text) {
        return Parser.parseExpression(new SourceText("x.cue", text));
    }

    private static SourceFile file(String text) {
        return Parser.parse(new SourceText("x.cue", text));
    }

    private static List<String> messages(String text) {
        try {
            file(text);
            return List.of();
        } catch (UserException e) {
            return e.diagnostics().stream().map(Diagnostic::message).toList();
        }
    }

    private static Span span(String text, String part) {
        return new Span(text.indexOf(part), text.indexOf(part) + part.length());
    }

    @ParameterizedTest
    @CsvSource({
        "1.5G, 1500000000, true",
        "1Ki, 1024, true",
        "0K, 0, true",
        "0.5Ki, 512, true",
        "0xBad_Face, 195951310, true",
        "0b0101_0001, 81, true",
        "0o755, 493, true",
        "1_000, 1000, true",
        "1.50, 1.50, false",
        "5., 5, false",
        ".5, 0.5, false",
        "072.40, 72.40, false",
        "0E0, 0, false",
        "1e3, 1E+3, false",
        "1.5e-2, 0.015, false",
        "1E100000, 1E+100000, false",
    })
    void keepsValueAndScaleOfNumbers(String text, BigDecimal value, boolean isInt) {
        assertThat(expr(text)).isEqualTo(new Expr.Num(new Span(0, text.length()), value, isInt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "1_",
                "1__0",
                "0x",
                "0b2",
                "0o8",
                "0B1",
                "1.3Ki",
                "1Kb",
                "1e",
                "1e+",
                "1e100001",
                "1e-100001",
                "12ab",
                "1K5",
                "0x_",
                "1._5",
                "1ee5"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(messages("a: " + text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "1+2*3 (+_(int_1)_(*_(int_2)_(int_3)))",
                "1-2-3 (-_(-_(int_1)_(int_2))_(int_3))",
                "a&b|c&d (|_(&_a_b)_(&_c_d))",
                "a||b&&c==d (||_a_(&&_b_(==_c_d)))",
                "<1+2 (+_(<_(int_1))_(int_2))",
                "-a.b (-_(._a_b))",
                "*a.b|c (|_(default_(._a_b))_c)",
                "**a|b (|_(default_a)_b)",
                "(*a)|b (|_(parentheses_(*_a))_b)",
                "*a&b|c (|_(&_(*_a)_b)_c)",
                "a|(b|c) (|_a_(parentheses_(|_b_c)))",
                "!!a (!_(!_a))",
                "a=~b (=~_a_b)",
                "_|_ _|_",
                "_|a (|___a)",
                "a[1:] (slice_a_(int_1)_end)",
                "a[:][0](b).\"c\" (._(call_(index_(slice_a_start_end)_(int_0))_b)_\"c\")",
                "a.for (._a_for)",
            })
    void bindsOperatorsByPrecedence(String text, String tree) {
        assertThat(TreeDump.of(expr(text)).replace(' ', '_')).isEqualTo(tree);
    }

    @Test
    void keepsThePlaceOfEveryPart() {
        String text = "x: {\"a\"?: b + 1 @t(c)}";
        Decl.Field x = (Decl.Field) file(text).decls().get(0);
        assertThat(x.span()).isEqualTo(new Span(0, text.length()));
        Expr.StructLiteral struct = (Expr.StructLiteral) x.value();
        assertThat(struct.span()).isEqualTo(new Span(3, text.length()));
        Decl.Field a = (Decl.Field) struct.decls().get(0);
        assertThat(a.label().span()).isEqualTo(span(text, "\"a\""));
        assertThat(a.attributes().get(0).span()).isEqualTo(span(text, "@t(c)"));
        assertThat(a.value()).asInstanceOf(type(Expr.Binary.class)).satisfies(sum -> {
            assertThat(sum.span()).isEqualTo(span(text, "b + 1"));
            assertThat(sum.opSpan()).isEqualTo(span(text, "+"));
        });
    }

    @Test
    void givesAShorthandStructTheSpanOfItsField() {
        String text = "a: b: c: 1";
        Decl.Field a = (Decl.Field) file(text).decls().get(0);
        assertThat(a.value().span()).isEqualTo(span(text, "b: c: 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "a, ''",
        "'a\n', ''",
        "1 2, expected nothing after the expression",
        "'', expected an expression",
    })
    void takesOneExpressionOnly(String text, String message) {
        if (message.isEmpty()) {
            assertThat(expr(text)).isInstanceOf(Expr.Identifier.class);
        } else {
            assertThatThrownBy(() -> expr(text))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a:",
                "[",
                "(",
                "-",
                "\"\\(",
                "b: ",
                "if a {",
                "f(",
                "x[",
                "[for x in y {",
                "[1|1&1||1&&1==1+1*",
                "\"\\(a.b[1].c(",
            })
    void refusesDeepNestingBeforeASmallStackEnds(String opening) throws InterruptedException {
        List<String> messages = new CopyOnWriteArrayList<>();
        Thread parser =
                new Thread(null, () -> messages.addAll(messages(opening.repeat(10_000))), "small stack", STACK_BYTES);
        parser.start();
        parser.join();
        assertThat(messages).contains("nested more than 200 levels deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", ".a", "(1)", "[1]", " & b"})
    void refusesLongChainsBecauseTheyAreDeepTrees(String link) {
        assertThatCode(() -> expr("a" + link.repeat(150))).doesNotThrowAnyException();
        assertThat(messages("a: a" + link.repeat(100_000))).containsExactly("nested more than 200 levels deep");
    }

    @Test
    void countsAChainAroundADeepOperand() {
        String deep = "(".repeat(150) + "a" + ")".repeat(150);
        assertThatCode(() -> expr(deep + "+1".repeat(40))).doesNotThrowAnyException();
        assertThat(messages("a: " + deep + "+1".repeat(60))).containsExactly("nested more than 200 levels deep");
    }

    @Test
    void takesAnyNumberOfAlternativesAndElements() {
        assertThat(messages("a: 1" + "|1".repeat(10_000))).isEmpty();
        assertThat(messages("a: [" + "1,".repeat(10_000) + "]")).isEmpty();
    }

    @Test
    void reportsManyErrorsInLinearTime() {
        assertThat(messages("a: 1 2\n".repeat(20_000))).hasSize(20_000);
        assertThat(messages("a: [" + "1 2\n".repeat(20_000) + "]")).hasSize(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\uFEFF", "// \0", "\"a\uFEFF\"", "a: 1 \f", "a: 1\u00a0"})
    void refusesControlCharactersEverywhere(String text) {
        assertThat(messages("x: 1\n" + text)).hasSize(1);
    }

    @Test
    void readsLineEndsOfWindows() {
        assertThat(TreeDump.of(file("a: 1\r\nb: \"\"\"\r\n  x\r\n\r\n  y\r\n  \"\"\"\r\n")))
                .isEqualTo("(field a (int 1))\n(field b \"x\\{a}\\{a}y\")");
    }

    @Test
    void keepsACarriageReturnInAPlainStringOnly() {
        assertThat(TreeDump.of(expr("\"a\rb\""))).isEqualTo("\"a\\{d}b\"");
        assertThat(TreeDump.of(expr("\"a\rb\\n\""))).isEqualTo("\"ab\\{a}\"");
        assertThat(TreeDump.of(expr("#\"a\rb\"#"))).isEqualTo("\"ab\"");
    }
}
