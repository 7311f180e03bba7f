// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.Compiler;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.syntax.Parser;
import io.invowk.maven.diagnostic.SourceText;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private final Vertex root = new Vertex(null, FieldLabel.variable("file"));
    private final Conjunct literal = new Conjunct(
            new Environment(null, root),
            new Compiler(Parser.parse(new SourceText("in.cue", "x: string")))
                    .file()
                    .root(),
            CloseInfo.NONE,
            Trail.START,
            Via.NONE);

    /** Adds a field that, when its value is asked for, adds the next one to the struct around it. */
    private void add(int number, int last) {
        FieldLabel label = FieldLabel.identifier("f" + number);
        Arcs.add(root, label, ArcType.MEMBER, literal, null);
        if (number < last) {
            Objects.requireNonNull(root.arc(label)).addTask(new Task(literal, false, (vertex, conjunct) -> {
                add(number + 1, last);
                root.push(literal);
            }));
        }
    }

    private void finish(int fields) {
        root.add(literal);
        add(0, fields);
        new Evaluator().finish(root);
    }

    @Test
    void aStructSettlesAlthoughItsFieldsAddOthers() {
        finish(Limits.MAX_ROUNDS);
        assertThat(root.state).isEqualTo(Vertex.State.DONE);
        assertThat(root.arcs()).hasSize(Limits.MAX_ROUNDS + 2);
    }

    @Test
    void aStructThatDoesNotSettleIsGivenUp() {
        assertThatExceptionOfType(Limits.Exceeded.class)
                .isThrownBy(() -> finish(Limits.MAX_ROUNDS + 1))
                .withMessage("the set of fields does not settle");
    }
}
