// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cue.compile.Compiler;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.syntax.Parser;
import io.invowk.maven.diagnostic.SourceText;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
    private static Vertex finished(String text) {
        Vertex root = new Vertex(null, FieldLabel.variable("file"));
        root.add(new Conjunct(
                new Environment(null, root),
                new Compiler(Parser.parse(new SourceText("in.cue", text)))
                        .file()
                        .root(),
                CloseInfo.NONE,
                Trail.START,
                Via.NONE));
        new Evaluator().finish(root);
        return root;
    }

    private static Vertex field(Vertex struct, String name) {
        return Objects.requireNonNull(struct.arc(FieldLabel.identifier(name)));
    }

    private static Vertex element(Vertex list, int index) {
        return Objects.requireNonNull(list.arc(FieldLabel.element(index)));
    }

    private static Scalar number(int value) {
        return Scalar.Num.of(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: {}",
                "a: []",
                "a: {b: 1, c: \"x\", \"d\": null}",
                "a: [1, [true], {b: '\\x00'}]",
                "a: {b: {c: {d: [1.5]}}}",
            })
    void plainDataStaysFolded(String text) {
        Vertex a = field(finished(text), "a");
        assertThat(a.folded()).isNotNull();
        assertThat(a.state).isEqualTo(Vertex.State.DONE);
        assertThat(a.failure).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x: 1, a: {b: x}",
                "a: {b: int}",
                "a: {b?: 1}",
                "a: {b!: 1}",
                "a: {_b: 1}",
                "a: {#b: 1}",
                "a: {b: 1, b: 1}",
                "a: {b: 1, ...}",
                "a: {[string]: 1, b: 1}",
                "a: [1, ...]",
                "a: [1 + 1]",
                "a: {1}",
                "a: {b: 1}, a: {c: 2}",
                "a: {b: 1} & {c: 2}",
                "a: [if true {1}]",
                "#a: {b: 1}, a: #a",
                "a: {b: -1}",
            })
    void whatHasToBeWorkedOnIsNotFolded(String text) {
        assertThat(field(finished(text), "a").folded()).isNull();
    }

    @Test
    void scalarsAreKnownAtOnce() {
        Vertex a = field(finished("a: 1"), "a");
        assertThat(a.state).isEqualTo(Vertex.State.DONE);
        assertThat(a.started).isFalse();
        assertThat(a.scalar).isEqualTo(number(1));
    }

    @Test
    void unfoldsOneLevelAtATime() {
        Vertex a = field(finished("a: {b: 1, c: {d: 2}}"), "a");
        Vertex c = field(a, "c");
        assertThat(a.folded()).isNull();
        assertThat(field(a, "b").scalar).isEqualTo(number(1));
        assertThat(field(a, "b").labelPlaces()).hasToString("[in.cue:1:5]");
        assertThat(a.parts()).hasSize(1);
        assertThat(c.folded()).isNotNull();
        assertThat(field(c, "d").scalar).isEqualTo(number(2));
    }

    @Test
    void elementsOfAListUnfold() {
        Vertex a = field(finished("a: [1, [2]]"), "a");
        assertThat(a.elements()).isEqualTo(2);
        assertThat(element(a, 0).scalar).isEqualTo(number(1));
        assertThat(element(a, 1).folded()).isNotNull();
    }

    @Test
    void whatIsAddedLaterMeetsTheFoldedFields() {
        Vertex a = field(finished("a: {b: 1}, a: c: 2, a: b: int"), "a");
        assertThat(field(a, "b").scalar).isEqualTo(number(1));
        assertThat(field(a, "c").scalar).isEqualTo(number(2));
        assertThat(field(finished("a: {b: 1}, a: b: 2"), "a").failure).isNotNull();
    }
}
