// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArithmeticParserTest {
    @Test
    void bindsAsInC() throws ArithmeticParser.MalformedExpressionException {
        assertThat(ArithmeticParser.parse("1 + 2 * 3")).isEqualTo(ArithmeticParser.parse("1+(2*3)"));
        assertThat(ArithmeticParser.parse("1 - 2 - 3")).isEqualTo(ArithmeticParser.parse("(1-2)-3"));
        assertThat(ArithmeticParser.parse("2 ** 3 ** 2")).isEqualTo(ArithmeticParser.parse("2**(3**2)"));
        assertThat(ArithmeticParser.parse("a = b = 1 ? 2 : 3")).isEqualTo(ArithmeticParser.parse("a=(b=(1?2:3))"));
        assertThat(ArithmeticParser.parse("a|b^c&d==e<f<<g+h"))
                .isEqualTo(ArithmeticParser.parse("a|(b^(c&(d==(e<(f<<(g+h))))))"));
    }

    @Test
    void tellsSignsFromSteps() throws ArithmeticParser.MalformedExpressionException {
        assertThat(ArithmeticParser.parse("1 - -1")).isInstanceOf(Arithmetic.Binary.class);
        assertThat(ArithmeticParser.parse("--a")).isInstanceOf(Arithmetic.Step.class);
        assertThat(ArithmeticParser.parse("- -1")).isInstanceOf(Arithmetic.Unary.class);
    }

    @Test
    void refusesWhatIsNoExpression() {
        for (String text : new String[] {"1 +", "(1", "1 2", "08", "1 = 2", "a[1", "2#3", "1 ? 2", "$"}) {
            assertThatThrownBy(() -> ArithmeticParser.parse(text))
                    .as(text)
                    .isInstanceOf(ArithmeticParser.MalformedExpressionException.class);
        }
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> ArithmeticParser.parse("(".repeat(100_000) + "1"))
                .hasMessage("expression nests too deep");
        assertThatThrownBy(() -> ArithmeticParser.parse("-".repeat(100_001) + " 1"))
                .hasMessage("expression nests too deep");
    }

    @Test
    void readsNumbersOfAnyBase() {
        assertThat(NumberText.parse("0x1F")).hasValue(31);
        assertThat(NumberText.parse("017")).hasValue(15);
        assertThat(NumberText.parse("2#101")).hasValue(5);
        assertThat(NumberText.parse("64#_")).hasValue(63);
        assertThat(NumberText.parse("9223372036854775808")).hasValue(Long.MIN_VALUE);
        assertThat(NumberText.parse("")).isEmpty();
        assertThat(NumberText.parse("65#1")).isEmpty();
    }
}
