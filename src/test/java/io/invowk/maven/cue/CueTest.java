// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.SourceText;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CueTest {
    private static SourceText text(String text) {
        return new SourceText("x.cue", text);
    }

    @Test
    void knowsWhereAValueWasWrittenAndHowItCame() {
        Value root = Cue.evaluate(text("_name: \"lint\"\njob: name: _name\n"))
                .value()
                .orElseThrow();
        Value.Struct job =
                (Value.Struct) ((Value.Struct) root).fields().get("job").value();
        Value name = job.fields().get("name").value();
        assertThat(name.origin().place()).hasToString("x.cue:1:8");
        assertThat(name.origin().use()).hasToString("x.cue:2:12");
    }

    @Test
    void evaluatesAnExpressionInTheScopeOfAFile() {
        Evaluation evaluation = Cue.evaluate(text("_a: {b: 2}\nbroken: 1 & 2\n"), new SourceText("expr", "_a.b + 1"));
        assertThat(evaluation.value().map(JsonText::of)).hasValue("3");
    }

    @Test
    void selectsNothingFromAStructThatWaits() {
        String file = "a: {if a.b == _|_ {b: 1}, c: 2}\n";
        assertThat(Cue.evaluate(text(file), new SourceText("expr", "a.c")).errors())
                .extracting(CueError::kind)
                .containsExactly(ErrorKind.CYCLE);
    }

    @Test
    void refusesAFileOfMoreThanFiveMebibytes() {
        String longest = "a: 1\n//" + "x".repeat(Cue.MAX_SOURCE_BYTES - 7);
        assertThat(Cue.evaluate(text(longest)).errors()).isEmpty();
        assertThat(Cue.evaluate(text(longest + "x")).errors())
                .extracting(e -> e.diagnostic().message())
                .containsExactly("x.cue has more than 5242880 bytes");
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        assertThat(Cue.evaluate(text("a: " + "[".repeat(300) + "]".repeat(300))).errors())
                .extracting(e -> e.diagnostic().message())
                .containsExactly("nested more than 200 levels deep");
    }

    @Test
    void findsNoFaultInAFileThatIsOnlyIncomplete() {
        assertThat(Cue.check(text("a: string\nb: a + \"x\"")).errors()).isEmpty();
    }

    @Test
    void refusesAFaultEvenWithoutAskingForAConcreteValue() {
        assertThat(Cue.check(text("a: string & 1")).errors())
                .extracting(CueError::kind)
                .containsExactly(ErrorKind.CONFLICT);
    }

    @Test
    void countsWhatIsUnsupportedEvenWhereAnAlternativeHidesIt() {
        String text = "import \"text/template\"\na: *template.Execute(#\"{{printf \"%#v\" .}}\"#, 1) | 1";
        assertThat(Cue.evaluate(text(text)).errors()).extracting(CueError::kind).containsExactly(ErrorKind.UNSUPPORTED);
    }

    @Test
    void followsLongChainsOfReferences() {
        int length = 4000;
        String chain = IntStream.range(0, length)
                .mapToObj(i -> "a" + i + ": a" + (i + 1) + " + 1\n")
                .collect(Collectors.joining("", "", "a" + length + ": 1\n"));
        Value.Struct root = (Value.Struct) Cue.evaluate(text(chain)).value().orElseThrow();
        assertThat(JsonText.of(root.fields().get("a0").value())).isEqualTo(String.valueOf(length + 1));
    }

    @Test
    void endsAChainThatIsTooLongWithAnError() {
        int length = 30_000;
        String chain = IntStream.range(0, length)
                .mapToObj(i -> "a" + i + ": a" + (i + 1) + " + 1\n")
                .collect(Collectors.joining("", "", "a" + length + ": 1\n"));
        assertThat(Cue.evaluate(text(chain)).errors())
                .extracting(error -> error.diagnostic().message())
                .containsExactly("references lead through more than 10000 steps");
    }

    @Test
    void repeatedUseOfOneDefinitionDoesNotMultiply() {
        String doubled = IntStream.range(1, 60)
                .mapToObj(i -> "#a" + i + ": #a" + (i - 1) + " & #a" + (i - 1) + "\n")
                .collect(Collectors.joining("", "#a0: {x: 1}\n", "v: #a59\n"));
        assertThat(Cue.evaluate(text(doubled)).value()).isPresent();
    }

    @Test
    void endsAProductOfDisjunctionsThatIsTooLargeWithAnError() {
        String product = IntStream.range(0, 20)
                .mapToObj(i -> "v: {a" + i + ": 1} | {b" + i + ": 1}\n")
                .collect(Collectors.joining());
        assertThat(Cue.evaluate(text(product)).errors())
                .extracting(error -> error.diagnostic().message())
                .containsExactly("more than 10000 alternatives at one value");
    }

    @Test
    void endsAlternativesThatMultiplyOnEveryLevelWithAnError() {
        String node = "#node: {#side, #side, _ | {}, _ | {}, #below: #list, ...}\n#side: {left: 1} | {right: 1}\n"
                + "#list: kids: [...#node]\nv0: #node\n";
        String levels = IntStream.range(0, 4)
                .mapToObj(i -> "v" + (i + 1) + ": #below: #list & {kids: [v" + i + "]}\n")
                .collect(Collectors.joining());
        assertThat(Cue.evaluate(text(node + levels)).errors())
                .extracting(error -> error.diagnostic().message())
                .containsExactly("more than 100000 alternatives to try");
    }

    @Test
    void endsFieldsThatAreNestedTooDeepWithAnError() {
        String levels = IntStream.range(0, 1_100)
                .mapToObj(i -> "a" + i + ": {b: a" + (i + 1) + " & {c: " + i + "}}\n")
                .collect(Collectors.joining("", "", "a1100: {...}\n"));
        assertThat(Cue.evaluate(text(levels)).errors())
                .extracting(error -> error.diagnostic().message())
                .containsExactly("fields are nested more than 1000 levels deep");
    }

    @Test
    void endsMoreAlternativesThanCanBeTriedWithAnError() {
        String fields = IntStream.range(0, 30_000)
                .mapToObj(i -> "a" + i + ": {x: int} | {y: int} | {z: int} | {u: int}\n")
                .collect(Collectors.joining());
        assertThat(Cue.check(text(fields)).errors())
                .extracting(error -> error.diagnostic().message())
                .containsExactly("more than 100000 alternatives to try");
    }

    @Test
    void endsMoreValuesThanAnEvaluationMayHaveWithAnError() {
        assertThat(Cue.evaluate(text(
                                "import \"list\"\na: [for i in list.Range(0, 1_000, 1) {list.Range(0, 3_000, 1)}]"))
                        .errors())
                .extracting(error -> error.diagnostic().message())
                .containsExactly("more than 1000000 values");
    }
}
