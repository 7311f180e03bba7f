// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static io.invowk.maven.plan.InvkfileFixture.arg;
import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.flag;
import static io.invowk.maven.plan.InvkfileFixture.required;
import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.invkfile.Flag;
import io.invowk.maven.invkfile.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the table of flags, and the order of their tests: execution.md §5. */
class FlagValuesTest {
    private static InvkfileFixture file(Flag... flags) {
        return new InvkfileFixture().with(command("build").flags(flags));
    }

    private static String exported(Flag flag, String words) {
        return PlanFixture.plan(file(flag), "build " + words).environment().get("INVOWK_FLAG_F");
    }

    @ParameterizedTest
    @CsvSource({
        "STRING, --f v, v",
        "STRING, --f=v, v",
        "STRING, -s v, v",
        "STRING, -s=v, v",
        "STRING, --f=, ''",
        "STRING, --f=a --f=b, b",
        "BOOL, --f, true",
        "BOOL, -s, true",
        "BOOL, --f=1, true",
        "BOOL, --f=t, true",
        "BOOL, --f=T, true",
        "BOOL, --f=TRUE, true",
        "BOOL, --f=True, true",
        "BOOL, --f=0, false",
        "BOOL, --f=f, false",
        "BOOL, --f=F, false",
        "BOOL, -s=FALSE, false",
        "BOOL, --f=False, false",
        "BOOL, --f --f=false, false",
        "INT, --f 10, 10",
        "INT, --f -3, -3",
        "INT, --f=0x1f, 31",
        "INT, --f=0o17, 15",
        "INT, --f=017, 15",
        "INT, -s 1_000, 1000",
        "FLOAT, --f 1e3, 1000",
        "FLOAT, --f=-inf, -Inf",
        "FLOAT, -s=1e6, 1e+06",
    })
    void areTypedAndExported(ValueType type, String words, String value) {
        assertThat(exported(flag("f", type, null, false, "s", null), words)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"STRING, ''", "BOOL, false", "INT, 0", "FLOAT, 0"})
    void areExportedWithoutValueAndDefault(ValueType type, String value) {
        assertThat(exported(flag("f", type), "")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "STRING, a b, a b",
        "BOOL, true, true",
        "INT, 007, 7",
        "INT, 99999999999999999999, 0",
        "FLOAT, 1e3, 1000",
        "FLOAT, nan, NaN"
    })
    void takeTheirDefault(ValueType type, String defaultValue, String value) {
        assertThat(exported(flag("f", type, defaultValue, false, null, null), ""))
                .isEqualTo(value);
    }

    @Test
    void areNamedInUpperCaseWithUnderscores() {
        assertThat(PlanFixture.plan(file(flag("dry-Run_2", ValueType.BOOL)), "build --dry-Run_2")
                        .environment())
                .containsEntry("INVOWK_FLAG_DRY_RUN_2", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "BOOL, --f=yes, yes, bool: true or false",
        "BOOL, --f=, '', bool: true or false",
        "INT, --f=1.5, 1.5, 'int: a whole number of 64 bits such as 10, -3, 0x1f or 1_000'",
        "INT, --f=9223372036854775808, 9223372036854775808, "
                + "'int: a whole number of 64 bits such as 10, -3, 0x1f or 1_000'",
        "FLOAT, --f=1e999, 1e999, float: a number such as 1.5 or 2e-3"
    })
    void refuseValuesOfAnotherType(ValueType type, String word, String value, String expected) {
        assertThat(PlanFixture.problem(file(flag("f", type)), "build " + word))
                .isEqualTo("""
                        invowk.cmd:1:7: error: invalid value "%s" for flag "--f"
                          1 | build %s
                            |       %s
                            = expected %s""".formatted(value, word, "^".repeat(word.length()), expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--f", "-s"})
    void needTheirValue(String word) {
        assertThat(PlanFixture.problem(file(flag("f", ValueType.STRING, null, false, "s", null)), "build " + word))
                .startsWith("invowk.cmd:1:7: error: flag \"--f\" needs a value\n");
    }

    @Test
    void reportAllThatAreMissing() {
        InvkfileFixture file = file(
                flag("to", ValueType.STRING, null, true, "t", null),
                flag("free", ValueType.STRING),
                flag("times", ValueType.INT, null, true, null, null));
        assertThat(PlanFixture.problem(file, "build --to=")).isEqualTo("""
                        Missing required flags of command "build": --to, --times
                            = --to (string): The to
                            = --times (int): The times
                            = defined at: invkfile.cue:1:1""");
        assertThat(PlanFixture.plan(file, "build -t x --times 0").environment())
                .containsEntry("INVOWK_FLAG_TO", "x")
                .containsEntry("INVOWK_FLAG_TIMES", "0")
                .containsEntry("INVOWK_FLAG_FREE", "");
    }

    @Test
    void reportAllThatDoNotMatchTheirPattern() {
        InvkfileFixture file = file(
                flag("to", ValueType.STRING, null, false, null, "^(dev|prod)$"),
                flag("times", ValueType.INT, null, false, null, "^[1-9]$"));
        assertThat(PlanFixture.problem(file, "build --to test --times 0x10")).isEqualTo("""
                        invowk.cmd:1:12: error: invalid value "test" for flag "--to"
                          1 | build --to test --times 0x10
                            |            ^^^^
                            = it must match the pattern "^(dev|prod)$"
                        invowk.cmd:1:25: error: invalid value "0x10" for flag "--times"
                          1 | build --to test --times 0x10
                            |                         ^^^^
                            = it must match the pattern "^[1-9]$\"""");
    }

    @Test
    void doNotAskThePatternWithoutAValue() {
        InvkfileFixture file = file(
                flag("to", ValueType.STRING, null, false, null, "^(dev|prod)$"),
                flag("times", ValueType.INT, null, false, null, "^[1-9]$"));
        assertThat(PlanFixture.plan(file, "build --to=").environment())
                .containsEntry("INVOWK_FLAG_TO", "")
                .containsEntry("INVOWK_FLAG_TIMES", "0");
    }

    @Test
    void matchAnywhereInTheValue() {
        InvkfileFixture file = file(flag("to", ValueType.STRING, null, false, null, "e."));
        assertThat(PlanFixture.plan(file, "build --to devel").environment()).containsEntry("INVOWK_FLAG_TO", "devel");
    }

    @Test
    void areCheckedAroundTheArguments() {
        InvkfileFixture file = new InvkfileFixture()
                .with(command("build")
                        .flags(
                                flag("a", ValueType.INT),
                                flag("b", ValueType.STRING, null, true, null, null),
                                flag("c", ValueType.STRING, null, false, null, "^x"))
                        .args(required(arg("what", ValueType.STRING))));
        assertThat(PlanFixture.problem(file, "build --a x --c y")).contains("flag \"--a\"");
        assertThat(PlanFixture.problem(file, "build --c y")).startsWith("Missing required arguments");
        assertThat(PlanFixture.problem(file, "build --c y w")).startsWith("Missing required flags");
        assertThat(PlanFixture.problem(file, "build --c y --b z w")).contains("flag \"--c\"");
    }
}
