// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static io.invowk.maven.plan.InvkfileFixture.arg;
import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.matching;
import static io.invowk.maven.plan.InvkfileFixture.required;
import static io.invowk.maven.plan.InvkfileFixture.variadic;
import static io.invowk.maven.plan.InvkfileFixture.withDefault;
import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.invkfile.Argument;
import io.invowk.maven.invkfile.ValueType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the tables of arguments: execution.md §6. */
class ArgumentValuesTest {
    private static final Argument WHO = required(arg("who", ValueType.STRING));
    private static final Argument TIMES = matching(arg("times-n", ValueType.INT), "^[1-9]");
    private static final Argument REST = variadic(arg("rest", ValueType.STRING));

    private static InvkfileFixture file(Argument... args) {
        return new InvkfileFixture().with(command("greet").args(args));
    }

    private static Map<String, String> environment(InvkfileFixture file, String words) {
        return PlanFixture.plan(file, words).environment();
    }

    @Test
    void areFreeWhereNothingIsDeclared() {
        assertThat(environment(file(), "greet 'a b' c")).isEqualTo(Map.of("ARGC", "2", "ARG1", "a b", "ARG2", "c"));
        assertThat(environment(file(), "greet")).isEqualTo(Map.of("ARGC", "0"));
    }

    @Test
    void areExportedByNameAndByNumber() {
        assertThat(environment(file(WHO, TIMES), "greet Ada 3"))
                .isEqualTo(Map.of(
                        "ARGC", "2",
                        "ARG1", "Ada",
                        "ARG2", "3",
                        "INVOWK_ARG_WHO", "Ada",
                        "INVOWK_ARG_TIMES_N", "3"));
    }

    @Test
    void takeTheirDefaultWhichIsNoWord() {
        InvkfileFixture file = file(WHO, withDefault(arg("times", ValueType.INT), "007"));
        assertThat(environment(file, "greet Ada"))
                .isEqualTo(Map.of("ARGC", "1", "ARG1", "Ada", "INVOWK_ARG_WHO", "Ada", "INVOWK_ARG_TIMES", "007"));
        assertThat(PlanFixture.plan(file, "greet Ada").words()).containsExactly("Ada");
    }

    @Test
    void areUnsetWithoutWordAndDefault() {
        assertThat(environment(file(WHO, TIMES), "greet Ada")).doesNotContainKey("INVOWK_ARG_TIMES_N");
    }

    @Test
    void countAndJoinTheWordsOfTheVariadicOne() {
        assertThat(environment(file(WHO, REST), "greet Ada 'b c' d"))
                .isEqualTo(Map.of(
                        "ARGC", "3",
                        "ARG1", "Ada",
                        "ARG2", "b c",
                        "ARG3", "d",
                        "INVOWK_ARG_WHO", "Ada",
                        "INVOWK_ARG_REST", "b c d",
                        "INVOWK_ARG_REST_COUNT", "2",
                        "INVOWK_ARG_REST_1", "b c",
                        "INVOWK_ARG_REST_2", "d"));
        assertThat(environment(file(WHO, REST), "greet Ada"))
                .containsEntry("INVOWK_ARG_REST", "")
                .containsEntry("INVOWK_ARG_REST_COUNT", "0")
                .doesNotContainKey("INVOWK_ARG_REST_1");
    }

    @Test
    void sayWhichAreMissing() {
        assertThat(PlanFixture.problem(file(WHO, withDefault(arg("times", ValueType.INT), "1"), REST), "greet"))
                .isEqualTo("""
                        Missing required arguments: command "greet" needs at least 1, 0 given
                            = usage: greet <who> [<times>] [<rest>...]
                            = who    string, required: The who
                            = times  int, default "1": The times
                            = rest   string, any number: The rest
                            = defined at: invkfile.cue:1:1""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "greet > Missing required arguments: command \"greet\" needs at least 1, 0 given",
                "greet a 1 c > invowk.cmd:1:11: error: Too many arguments: command \"greet\" takes at most 2, 3 given",
                "greet a x > invowk.cmd:1:9: error: Invalid argument value \"x\" for \"times-n\"",
                "greet a 0 > invowk.cmd:1:9: error: Invalid argument value \"0\" for \"times-n\"",
                "greet a '' > invowk.cmd:1:9: error: Invalid argument value \"\" for \"times-n\"",
            })
    void reportTheFirstProblem(String words, String firstLine) {
        assertThat(PlanFixture.problem(file(WHO, TIMES), words).lines()).first().isEqualTo(firstLine);
    }

    @Test
    void showTheTableWithAWrongValue() {
        assertThat(PlanFixture.problem(file(WHO, TIMES), "greet Ada x")).isEqualTo("""
                        invowk.cmd:1:11: error: Invalid argument value "x" for "times-n"
                          1 | greet Ada x
                            |           ^
                            = expected int: digits, with an optional - in front
                            = usage: greet <who> [<times-n>]
                            = who      string, required: The who
                            = times-n  int: The times-n
                            = defined at: invkfile.cue:1:1""");
        assertThat(PlanFixture.problem(file(WHO, TIMES), "greet Ada 01"))
                .contains("\n    = it must match the pattern \"^[1-9]\"\n");
    }

    @Test
    void sayHowManyExactly() {
        InvkfileFixture file = file(WHO, required(arg("whom", ValueType.STRING)));
        assertThat(PlanFixture.problem(file, "greet a"))
                .startsWith("Missing required arguments: command \"greet\" needs 2, 1 given\n");
        assertThat(PlanFixture.problem(file, "greet a b c"))
                .startsWith("invowk.cmd:1:11: error: Too many arguments: command \"greet\" takes 2, 3 given\n");
    }

    @Test
    void checkEachWordOfTheVariadicOne() {
        InvkfileFixture file = file(variadic(matching(arg("n", ValueType.INT), "1")));
        assertThat(PlanFixture.problem(file, "greet 1 x")).contains("Invalid argument value \"x\" for \"n\"");
        assertThat(PlanFixture.problem(file, "greet 1 2")).contains("Invalid argument value \"2\" for \"n\"");
        assertThat(PlanFixture.problem(file(variadic(required(arg("n", ValueType.INT)))), "greet"))
                .contains("needs at least 1, 0 given");
    }

    @Test
    void areTypedAsWordsAndExportedAsGiven() {
        InvkfileFixture file = file(arg("n", ValueType.INT), arg("x", ValueType.FLOAT));
        assertThat(environment(file, "greet -- -007 1e3"))
                .containsEntry("INVOWK_ARG_N", "-007")
                .containsEntry("INVOWK_ARG_X", "1e3");
        assertThat(PlanFixture.problem(file, "greet 0x1")).contains("Invalid argument value \"0x1\"");
    }
}
