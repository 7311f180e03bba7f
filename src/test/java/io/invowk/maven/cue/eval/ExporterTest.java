// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Compiler;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.syntax.Parser;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExporterTest {
    private final Evaluator evaluator = new Evaluator();

    private Vertex finished(CompiledExpr.StructLiteral file) {
        Vertex root = new Vertex(null, FieldLabel.variable("file"));
        root.add(new Conjunct(new Environment(null, root), file, CloseInfo.NONE, Trail.START, Via.NONE));
        evaluator.finish(root);
        return root;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x: 1, a: {b: {c: x}}, d: [{e: x}]",
                "x: 1, a: {b: {c: x}}, s: a.b, t: a, u: t.b",
                "x: 1, s: a.b, a: {b: {c: x}}",
                "x: 1, a: b: *{c: [{d: x}]} | {e: 2}, s: a.b, t: s.c[0]",
                "x: 1, #d: {e: {f: int}}, v: #d & {e: f: x}, w: v.e, l: [v, w, v]",
                "x: 1, l: [{a: x}, {a: 2}], f: [for e in l {e}], g: l[0], h: [g, g]",
                "x: 1, _h: {a: {b: x}}, s: _h, t: _h.a, u: s.a",
            })
    void whatIsForgottenIsNotMissed(String text) {
        SourceText source = new SourceText("in.cue", text);
        CompiledExpr.StructLiteral file =
                new Compiler(Parser.parse(source)).file().root();
        Vertex kept = finished(file);
        Exporter keeps = new Exporter(evaluator);
        Value expected = keeps.export(kept, file.place());
        Vertex forgotten = finished(file);
        Exporter forgets = Exporter.last(evaluator);
        Value value = forgets.export(forgotten, file.place());
        assertThat(value).isEqualTo(expected);
        assertThat(keeps.incomplete()).isEmpty();
        assertThat(forgets.incomplete()).isEmpty();
        assertThat(kept.arcs()).isNotEmpty();
        assertThat(forgotten.arcs()).isEmpty();
    }
}
