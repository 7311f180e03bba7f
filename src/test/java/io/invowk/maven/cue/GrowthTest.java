// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.diagnostic.SourceText;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Short files that stand for something very large: each ends with a value or a message of the limit it meets. */
class GrowthTest {
    /** Sixty fields, each made from the one before it. */
    private static String chain(String first, String step) {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(i -> step.replace("NEW", "a" + i).replace("OLD", "a" + (i - 1)))
                .collect(Collectors.joining("\n", first + "\n", "\n"));
    }

    private static String message(String text) {
        Evaluation evaluation = Cue.evaluate(new SourceText("x.cue", text));
        assertThat(evaluation.errors()).hasSize(1);
        return evaluation.errors().get(0).diagnostic().message();
    }

    @Test
    void endsTextsThatAreDoubledByAnOperator() {
        assertThat(message(chain("a0: \"text\"", "NEW: OLD + OLD")))
                .isEqualTo("the results are longer than 100000000 together");
    }

    @Test
    void endsBytesThatAreDoubledByAnOperator() {
        assertThat(message(chain("a0: 'bytes'", "NEW: OLD + OLD")))
                .isEqualTo("the results are longer than 100000000 together");
    }

    @Test
    void endsTextsThatAreDoubledInsideAText() {
        assertThat(message(chain("a0: \"text\"", "NEW: \"\\(OLD)\\(OLD)\"")))
                .isEqualTo("the results are longer than 100000000 together");
    }

    @Test
    void endsTextsThatAreDoubledByAFunction() {
        assertThat(message(chain("import \"strings\"\na0: \"text\"", "NEW: strings.Join([OLD, OLD], \"\")")))
                .isEqualTo("the results are longer than 100000000 together");
    }

    @Test
    void endsListsThatContainTheOneBeforeTwice() {
        assertThat(message(chain("a0: [1]", "NEW: [OLD, OLD]"))).isEqualTo("more than 1000000 values");
    }

    @Test
    void endsStructsThatContainTheOneBeforeTwice() {
        assertThat(message(chain("a0: x: 1", "NEW: {left: OLD, right: OLD}"))).isEqualTo("more than 1000000 values");
    }

    @Test
    void endsAnArgumentThatIsLargerThanTheFile() {
        assertThat(message(
                        chain("import \"encoding/json\"\n_a0: [1]", "_NEW: [_OLD, _OLD]") + "v: json.Marshal(_a60)\n"))
                .isEqualTo("more than 1000000 values");
    }

    @Test
    void endsANumberWhoseDigitsDouble() {
        assertThat(message(chain("a0: 3", "NEW: OLD * OLD"))).isEqualTo("the exponent of a number is beyond 100000");
    }

    @Test
    void endsAFloatWhoseExponentDoubles() {
        assertThat(message(chain("a0: 3.5", "NEW: OLD * OLD"))).isEqualTo("the exponent of a number is beyond 100000");
    }

    @Test
    void refusesNumbersWhoseExponentsAreFarApart() {
        assertThat(message("a: 1e100000 + 1e-100000\n")).isEqualTo("the exponent of a number is beyond 100000");
    }

    @Test
    void embedsADefinitionOnceHoweverOftenItIsWritten() {
        String text = chain("#a0: x: 1", "#NEW: {#OLD, #OLD}") + "v: #a60\n";
        assertThat(Cue.evaluate(new SourceText("x.cue", text)).value().map(JsonText::of))
                .hasValue("{\n    \"v\": {\n        \"x\": 1\n    }\n}");
    }

    @Test
    void refusesWhatNoneOfTheRepeatedEmbeddingsAllows() {
        assertThat(message("#a: x: int\n#b: {#a, #a, y: int}\nv: #b & {x: 1, y: 2, z: 3}\n"))
                .isEqualTo("field \"z\" is not allowed");
    }

    @Test
    @Timeout(60)
    void ordersTheFieldsOfManyYieldsInTimeThatGrowsWithThem() {
        String text = """
                import "list"
                r: list.Range(0, 400, 1)
                a: {for x in r for y in r {"k\\(x)_\\(y)": 1}}
                """;
        assertThat(Cue.evaluate(new SourceText("x.cue", text)).errors()).isEmpty();
    }

    @Test
    void countsTheTurnsOfNestedComprehensions() {
        assertThat(message("""
                        import "list"
                        r: list.Range(0, 200, 1)
                        a: [for x in r for y in r for z in r {x + y + z}]
                        """)).isEqualTo("more than 1000000 values");
    }

    @Test
    @Timeout(60)
    void followsALongChainOfNames() {
        String text = IntStream.rangeClosed(1, 60_000)
                .mapToObj(i -> "a" + i + ": a" + (i - 1))
                .collect(Collectors.joining("\n", "a0: 1\n", "\n"));
        assertThat(Cue.evaluate(new SourceText("x.cue", text)).errors()).isEmpty();
    }

    @Test
    @Timeout(60)
    void takesAFieldThatIsWrittenAgainAndAgain() {
        String text = "f: 1\n".repeat(300_000);
        assertThat(Cue.evaluate(new SourceText("x.cue", text)).value().map(JsonText::of))
                .hasValue("{\n    \"f\": 1\n}");
    }

    @Test
    @Timeout(60)
    void endsYamlThatIsNestedTooDeep() {
        assertThat(message("import \"encoding/yaml\"\na: yaml.Unmarshal(\"[\" * 100000)\n"))
                .isEqualTo("encoding/yaml.Unmarshal: invalid YAML: more than 500 levels");
    }
}
