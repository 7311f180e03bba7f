// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.invkfile.FloatLiteral;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of flags: execution.md §5. */
class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "10, 10",
        "-3, -3",
        "+3, 3",
        "0, 0",
        "-0, 0",
        "0x1f, 31",
        "0X1F, 31",
        "-0x10, -16",
        "0o17, 15",
        "017, 15",
        "0b101, 5",
        "1_000, 1000",
        "0x_1f, 31",
        "0_17, 15",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
    })
    void readsIntegersByTheirPrefix(String text, long value) {
        assertThat(IntegerText.parse(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "x",
                "1.5",
                "08",
                "0x",
                "0b2",
                "0xg",
                "1__0",
                "_1",
                "1_",
                "0x1_",
                "--1",
                "1 ",
                "٣",
                "9223372036854775808",
                "-_1"
            })
    void refusesOtherTexts(String text) {
        assertThat(IntegerText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"007, 7", "-12, -12", "99999999999999999999, 0"})
    void readsDefaultsLeniently(String text, long value) {
        assertThat(IntegerText.parseDecimalOrZero(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1e3, 1000",
        "0.5, 0.5",
        ".5, 0.5",
        "1., 1",
        "999999, 999999",
        "1000000, 1e+06",
        "123456789.125, 1.23456789125e+08",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "12345.678, 12345.678",
        "1_000.5, 1000.5",
        "0x1p-2, 0.25",
        "-2.50, -2.5",
        "0, 0",
        "-0, -0",
        "inf, +Inf",
        "-Infinity, -Inf",
        "NAN, NaN",
        "0.1, 0.1",
        "2e23, 2e+23",
        "1e100, 1e+100",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "0.30000000000000004, 0.30000000000000004",
    })
    void writesFloatsWithTheFewestDigits(String text, String written) {
        assertThat(FloatText.format(FloatLiteral.parse(text).orElseThrow())).isEqualTo(written);
    }
}
