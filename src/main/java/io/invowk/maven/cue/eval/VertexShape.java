// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.builtin.Shape;
import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements or fields of a vertex. */
final class VertexShape implements Shape {
    private final Evaluator evaluator;
    private final Vertex vertex;
    private final Place place;

    VertexShape(Evaluator evaluator, Vertex vertex, Place place) {
        this.evaluator = evaluator;
        this.vertex = vertex;
        this.place = place;
    }

    @Override
    public int size() {
        return vertex.kinds == Kinds.LIST ? vertex.elements() : Computation.countFields(vertex);
    }

    @Override
    public int possibleSize() {
        if (vertex.kinds == Kinds.LIST) {
            return vertex.length < 0 ? Integer.MAX_VALUE : vertex.length;
        }
        if (!Closedness.refusesMore(vertex)) {
            return Integer.MAX_VALUE;
        }
        int count = 0;
        for (Vertex field : vertex.arcs()) {
            count += field.label.isField() ? 1 : 0;
        }
        return count;
    }

    @Override
    public Verdict unique() {
        Verdict worst = Verdict.YES;
        for (int i = 0; i < vertex.elements(); i++) {
            for (int j = i + 1; j < vertex.elements(); j++) {
                evaluator.limits.countStep(vertex);
                Verdict verdict = differ(vertex.arc(FieldLabel.element(i)), vertex.arc(FieldLabel.element(j)));
                if (verdict == Verdict.NO) {
                    return verdict;
                }
                worst = verdict == Verdict.YES ? worst : verdict;
            }
        }
        return worst;
    }

    @Override
    public List<Value> concrete() {
        List<Value> elements = new ArrayList<>(vertex.elements());
        for (int i = 0; i < vertex.elements(); i++) {
            Vertex element = vertex.arc(FieldLabel.element(i));
            if (element != null) {
                Exporter exporter = new Exporter(evaluator);
                Value value = exporter.export(finished(element), place);
                if (exporter.incomplete().isEmpty()) {
                    elements.add(value);
                }
            }
        }
        return elements;
    }

    private Vertex finished(Vertex element) {
        int blocked = evaluator.finish(element);
        if (blocked > 0) {
            throw new Signal.Blocked(blocked);
        }
        Vertex v = evaluator.resolved(element);
        Bottom error = v.failure == null ? Conclusion.waiting(v) : v.failure;
        if (error != null) {
            throw new Signal.Failed(error);
        }
        return v;
    }

    /** Whether two values differ now; where they do not, whether more data could still make them differ. */
    private Verdict differ(@Nullable Vertex left, @Nullable Vertex right) {
        if (left == null || right == null) {
            return Verdict.YES;
        }
        evaluator.finish(left);
        evaluator.finish(right);
        Vertex a = evaluator.resolved(left);
        Vertex b = evaluator.resolved(right);
        if (a.scalar != null && b.scalar != null) {
            return Bounds.same(a.scalar, b.scalar) ? Verdict.NO : Verdict.YES;
        }
        if (a.kinds != b.kinds || a.scalar != null || b.scalar != null) {
            return Verdict.YES;
        }
        if (a.kinds == Kinds.LIST) {
            return elements(a, b);
        }
        return a.kinds == Kinds.STRUCT ? fields(a, b) : Verdict.NOT_YET;
    }

    private Verdict elements(Vertex a, Vertex b) {
        if (a.elements() != b.elements()) {
            return Verdict.YES;
        }
        Verdict sum = a.length < 0 || b.length < 0 ? Verdict.NOT_YET : Verdict.NO;
        for (int i = 0; i < a.elements(); i++) {
            Verdict verdict = differ(a.arc(FieldLabel.element(i)), b.arc(FieldLabel.element(i)));
            if (verdict == Verdict.YES) {
                return verdict;
            }
            sum = verdict == Verdict.NO ? sum : verdict;
        }
        return sum;
    }

    private Verdict fields(Vertex a, Vertex b) {
        if (Computation.countFields(a) != Computation.countFields(b)) {
            return Verdict.YES;
        }
        boolean open = mayGain(a) || mayGain(b);
        Verdict sum = open ? Verdict.NOT_YET : Verdict.NO;
        for (Vertex field : a.demanded()) {
            if (!field.label.isField() || field.arcType != ArcType.MEMBER) {
                continue;
            }
            Vertex other = b.arc(field.label);
            if (other == null || other.arcType != ArcType.MEMBER) {
                return Verdict.YES;
            }
            Verdict verdict = differ(field, other);
            if (verdict == Verdict.YES) {
                return verdict;
            }
            sum = verdict == Verdict.NO ? sum : verdict;
        }
        return sum;
    }

    private boolean mayGain(Vertex struct) {
        if (!Closedness.refusesMore(struct)) {
            return true;
        }
        for (Vertex field : struct.arcs()) {
            if (field.label.isField() && field.arcType == ArcType.OPTIONAL) {
                evaluator.finish(field);
                if (field.failure == null) {
                    return true;
                }
            }
        }
        return false;
    }
}
