// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "-12", "007", "123456789012345678901234567890"})
    void takesWholeNumbersOfAnyLength(String text) {
        assertThat(ValueType.INT.accepts(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+1", "1.0", " 1", "1 ", "1\n", "1_000", "0x1", "--1", "\u0661"})
    void refusesOtherWholeNumbers(String text) {
        assertThat(ValueType.INT.accepts(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1.",
                ".5",
                "-1.5",
                "+1",
                "1e5",
                "1E+5",
                "1.5e-3",
                "1_000.5",
                "1e1_0",
                "0x1p-2",
                "0X1.8P+1",
                "0x.8p1",
                "0x_1p4",
                "0x1_fp0",
                "inf",
                "-INF",
                "+Infinity",
                "nan",
                "NaN",
                "1e-400"
            })
    void takesFloatLiterals(String text) {
        assertThat(ValueType.FLOAT.accepts(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "e5", "1e", "1e+", "0x1", "0xp1", "0x1.8", "_1", "1_", "1__0", "1_.5", "1._5", "1_e5", "1e_5",
                "1e400", "-1e400", "+nan", "-nan", "infi", " 1", "1 ", "1f", "1d", "1,5", "0b1p1", "\u0661"
            })
    void refusesOtherFloats(String text) {
        assertThat(ValueType.FLOAT.accepts(text)).isFalse();
    }

    @Test
    void readsALongFloatWithoutRunningOutOfStack() {
        assertThat(ValueType.FLOAT.accepts("0." + "1_1".repeat(100_000))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, true", "TRUE, false", "1, false", "yes, false", "'', false", "' true', false"})
    void takesTwoBools(String text, boolean accepted) {
        assertThat(ValueType.BOOL.accepts(text)).isEqualTo(accepted);
    }

    @Test
    void takesAnyString() {
        assertThat(ValueType.STRING.accepts("")).isTrue();
    }

    @Test
    void readsTheNumberOfALiteral() {
        assertThat(FloatLiteral.parse("0x1.8p1")).hasValue(3.0);
        assertThat(FloatLiteral.parse("1_000")).hasValue(1000.0);
        assertThat(FloatLiteral.parse("-inf")).hasValue(Double.NEGATIVE_INFINITY);
    }
}
