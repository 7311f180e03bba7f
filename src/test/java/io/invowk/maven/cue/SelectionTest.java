// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code x.f} finds where something beside {@code f} is wrong or not known yet. */
class SelectionTest {
    private static Evaluation evaluate(String file, String expression) {
        return Cue.evaluate(new SourceText("x.cue", file), new SourceText("expr", expression));
    }

    private static String json(String file, String expression) {
        return evaluate(file, expression).value().map(JsonText::of).orElseThrow();
    }

    private static List<ErrorKind> kinds(String file, String expression) {
        return evaluate(file, expression).errors().stream().map(CueError::kind).toList();
    }

    @Test
    void ignoresAFieldThatIsNotAllowedInAValueWrittenInPlace() {
        String file = "#Job: {name: string, label: \"<\\(name)>\"}\nv: (#Job & {name: \"lint\", nmae: 1}).label\n";
        assertThat(json(file, "v")).isEqualTo("\"<lint>\"");
    }

    @Test
    void refusesTheFieldItselfIfItIsNotAllowedThere() {
        assertThat(kinds("#Job: name: string\nv: (#Job & {nmae: 1}).nmae\n", "v"))
                .containsExactly(ErrorKind.CLOSED);
    }

    @Test
    void refusesAFieldBesideAConflictInAValueWrittenInPlace() {
        assertThat(kinds("v: {a: 1 & 2, b: 3}.b\n", "v")).containsExactly(ErrorKind.CONFLICT);
    }

    @Test
    void refusesAFieldBesideOneThatIsNotAllowedInAValueWithAName() {
        assertThat(kinds("#Job: name: string\nj: #Job & {name: \"lint\", nmae: 1}\nv: j.name\n", "v"))
                .containsExactly(ErrorKind.CLOSED);
    }

    @Test
    void waitsForAnEmbeddingThatMayStillSayMore() {
        String file = "who: string\nv: {\"hello \\(who)\", #plain: \"hello\"}\nw: {c: v.#plain}\n";
        assertThat(kinds(file, "w")).containsExactly(ErrorKind.INCOMPLETE);
    }

    @Test
    void doesNotWaitForAFieldBesideIt() {
        assertThat(json("who: string\nv: {greeting: \"hello \\(who)\", plain: \"hello\"}\n", "v.plain"))
                .isEqualTo("\"hello\"");
    }

    @Test
    void ignoresAnotherFieldThatNoAlternativeOfAClosedDefinitionFits() {
        String file = "#Port: int | {from: int, to: int}\n#Service: {port: #Port, kind: \"tcp\"}\n"
                + "v: (#Service & {port: {from: 1, to: 2, step: 3}}).kind\n";
        assertThat(json(file, "v")).isEqualTo("\"tcp\"");
    }

    @Test
    void refusesAFieldBesideOneThatNoPlainAlternativeFits() {
        assertThat(kinds("v: ({a: 1 | 2, b: 3} & {a: 4}).b\n", "v")).containsExactly(ErrorKind.CONFLICT);
    }

    @Test
    void waitsUntilTheAlternativeIsChosenThatHasTheField() {
        String file = "#Check: {\n\tfound: exit: [if found.code != _|_ {found.code}, 0][0]\n"
                + "\tverdict: good: bool\n"
                + "\tverdict: {bad: _, good: false} | {fine: _, exit: found.exit, good: true}\n"
                + "\tresult: verdict.good\n}\nv: (#Check & {verdict: fine: \"yes\"}).result\n";
        assertThat(json(file, "v")).isEqualTo("true");
    }
}
