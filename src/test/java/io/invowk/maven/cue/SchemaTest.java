// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final String SHAPES = """
            import "strings"

            #Shape: #Circle | #Square @noun("a shape") @problem("unknown shape {value}")
            #Circle: {
                kind: "circle"
                radius!: >0
                unit: "mm"
            } @noun("a circle")
            #Square: {
                kind: "square"
                side!: int
                label?: #Label
                color?: "red" | "green"
                points?: _|_ @help("a square needs none")
            } @noun("a square")
            #Label: strings.MaxRunes(3) @problem("{label} has {count} letters: {value}", "at most 3", "cut it")
            """;

    private static Value value(String text) {
        return Cue.evaluate(new SourceText("data.cue", text)).value().orElseThrow();
    }

    private static Judgement judge(String text) {
        return Schema.of(new SourceText("schema.cue", SHAPES), "#Shape").judge(value(text));
    }

    private static String shown(String text) {
        Judgement judgement = judge(text);
        assertThat(judgement.value()).isEmpty();
        return DiagnosticRenderer.render(
                judgement.violations().stream().map(Violation::diagnostic).toList());
    }

    @Test
    void addsWhatTheSchemaHasBehindWhatIsThere() {
        assertThat(judge("radius: 2\nkind: \"circle\"").value().map(JsonText::of))
                .hasValue("""
                        {
                            "radius": 2,
                            "kind": "circle",
                            "unit": "mm"
                        }""");
    }

    @Test
    void handsOnAValueThatIsCompleteAsItIs() {
        Value square = value("kind: \"square\", side: 1");
        Schema schema = Schema.of(new SourceText("schema.cue", SHAPES), "#Shape");
        assertThat(schema.judge(square).value().orElseThrow()).isSameAs(square);
    }

    @Test
    void findsTheAlternativeByItsFields() {
        assertThat(judge("side: 3").value().map(JsonText::of)).hasValue("""
                        {
                            "side": 3,
                            "kind": "square"
                        }""");
    }

    @Test
    void explainsTheAlternativeThatWasMeant() {
        assertThat(shown("kind: \"circle\"\nside: 3\nradius: 0")).isEqualTo("""
                        data.cue:2:1: error: a circle has no field "side"
                          2 | side: 3
                            | ^^^^
                            = at side
                            = help: did you mean kind: "square"? otherwise remove "side"
                        data.cue:3:9: error: "radius" does not fit
                          3 | radius: 0
                            |         ^
                            = at radius
                            = expected >0""");
    }

    @Test
    void namesTheAlternativesWhereNoneWasMeant() {
        assertThat(shown("kind: \"cirle\"\nradius: 3"))
                .contains("""
                unknown shape "cirle\"""", "expected \"circle\" or \"square\"", "did you mean \"circle\"?");
    }

    @Test
    void saysInTheWordsOfTheSchemaWhatIsWrong() {
        assertThat(shown("kind: \"square\"\nside: 1\nlabel: \"abcd\"")).isEqualTo("""
                        data.cue:3:8: error: "label" has 4 letters: "abcd"
                          3 | label: "abcd"
                            |        ^^^^^^
                            = at label
                            = expected at most 3
                            = help: cut it""");
    }

    @Test
    void reportsAllViolationsAtOnce() {
        assertThat(judge("kind: \"square\"\nlabel: 1\ncolor: \"rde\"\npoints: 4\nsize: 2")
                        .violations())
                .extracting(Violation::message)
                .containsExactly(
                        "\"label\" is of type int",
                        "unknown \"color\" \"rde\"",
                        "field \"points\" is not allowed in a square",
                        "unknown field \"size\"",
                        "missing field \"side\"");
    }

    @Test
    void pointsAtTheUseOfAValueFromElsewhere() {
        assertThat(shown("_side: \"1\"\nkind: \"square\"\nside: _side")).isEqualTo("""
                        data.cue:1:8: error: "side" is of type string
                          1 | _side: "1"
                            |        ^^^
                            = at side
                            = expected an int
                            = used here: data.cue:3:7""");
    }

    @Test
    void showsTheErrorOfTheEvaluatorWhereTheTextOfTheSchemaTellsNothing() {
        Schema schema = Schema.of(new SourceText("schema.cue", "#Sum: {a: int, b: a + 1}"), "#Sum");
        assertThat(schema.judge(value("a: 1, b: 3")).violations())
                .extracting(violation -> violation.place() + " " + violation.message())
                .containsExactly("data.cue:1:10 values 3 and 2 conflict");
    }

    @Test
    void judgesLongListsWithTheirPlacesAndOrder() {
        Schema schema =
                Schema.of(new SourceText("schema.cue", SHAPES + "#All: {all!: [#Shape, ...#Shape], n: 1}"), "#All");
        String elements =
                IntStream.range(0, 250).mapToObj(i -> "{side: " + i + "}").collect(Collectors.joining(", "));
        Value.Struct all = (Value.Struct)
                schema.judge(value("all: [" + elements + "]")).value().orElseThrow();
        assertThat(all.fields().keySet()).containsExactly("all", "n");
        Value.ListValue list = (Value.ListValue) all.fields().get("all").value();
        assertThat(list.elements()).hasSize(250);
        assertThat(JsonText.of(list.elements().get(203))).contains("\"side\": 203", "\"kind\": \"square\"");
        assertThat(schema.judge(value("all: [" + elements + ", {side: \"a\"}]")).violations())
                .extracting(violation -> violation.path().toString())
                .containsExactly("all[250].side");
    }

    @Test
    void refusesAFileThatIsNoSchema() {
        assertThatThrownBy(() -> Schema.of(new SourceText("schema.cue", "#A: {"), "#A"))
                .isInstanceOf(UserException.class);
        assertThatThrownBy(() -> Schema.of(new SourceText("schema.cue", "#A: b"), "#A"))
                .isInstanceOf(UserException.class);
        assertThatThrownBy(() -> Schema.of(new SourceText("schema.cue", "#A: 1"), "#B"))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.diagnostics()).hasSize(1));
    }

    @Test
    void judgesElementsOneByOne() {
        Schema schema = Schema.of(new SourceText("schema.cue", SHAPES + "#All: all!: [#Shape, ...#Shape]"), "#All");
        assertThat(schema.judge(value("all: []")).violations())
                .extracting(Violation::message)
                .containsExactly("\"all\" is empty");
        assertThat(schema.judge(value("all: [{side: 1}, {radius: 1}, {side: 1.5}, 7]"))
                        .violations())
                .extracting(violation -> violation.path() + " " + violation.message())
                .isEqualTo(List.of("all[2].side \"side\" is of type float", "all[3] \"all[3]\" is of type int"));
    }
}
