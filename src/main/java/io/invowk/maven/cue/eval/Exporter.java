// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.cue.value.OrderedMap;
import io.invowk.maven.cue.value.Origin;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns finished vertices into values: defaults taken, everything concrete. */
final class Exporter {
    private final Evaluator evaluator;
    /** Whether vertices forget what is below them as soon as they have been exported. */
    private final boolean releases;
    /** How many vertices on the way to the one at hand are met on other ways, too. */
    private int lent;

    private final List<Bottom> incomplete = new ArrayList<>();
    private final Set<Vertex> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    /** The vertices on the way to the one at hand that are the same as another, outermost first. */
    private final Deque<Vertex> sharing = new ArrayDeque<>();

    Exporter(Evaluator evaluator) {
        this(evaluator, false);
    }

    private Exporter(Evaluator evaluator, boolean releases) {
        this.evaluator = evaluator;
        this.releases = releases;
    }

    /**
     * For an export that is the last thing an evaluation does: the values take the place of the vertices that they are
     * made from, so that a large file is not held in memory twice.
     */
    static Exporter last(Evaluator evaluator) {
        return new Exporter(evaluator, true);
    }

    /** What kept values from being concrete. */
    List<Bottom> incomplete() {
        return incomplete;
    }

    /** The value of a vertex; with incomplete errors, some value. */
    Value export(Vertex vertex, Place otherwise) {
        new Extent(evaluator).check(vertex);
        return part(vertex, otherwise);
    }

    private Value part(Vertex vertex, Place otherwise) {
        boolean shares = vertex.shared != null;
        boolean metAgain = shares || vertex.lent;
        lent += metAgain ? 1 : 0;
        if (shares) {
            sharing.addLast(vertex);
        }
        Value value = exported(vertex, otherwise);
        if (shares) {
            sharing.removeLast();
        }
        lent -= metAgain ? 1 : 0;
        return value;
    }

    private void release(Vertex v) {
        if (releases && lent == 0) {
            v.release();
        }
    }

    private Value exported(Vertex vertex, Place otherwise) {
        Vertex v = evaluator.resolved(vertex);
        Origin origin = origin(vertex, v, otherwise);
        Bottom waiting = Conclusion.ownWaiting(v);
        if (waiting != null) {
            incomplete.add(waiting);
            return new Value.Null(origin);
        }
        if (v.alternatives != null) {
            addNotConcrete(vertex, v);
            return new Value.Null(origin);
        }
        if (v.scalar instanceof Scalar.Callable) {
            addNotConcrete(vertex, v);
            return new Value.Null(origin);
        }
        if (v.scalar != null) {
            checkRequired(v);
            return scalar(v.scalar, origin);
        }
        Conjunct folded = v.folded();
        if (folded != null) {
            return plain(folded.expr(), folded.via().all(), origin);
        }
        if (v.kinds == Kinds.LIST) {
            return list(v, origin);
        }
        if (v.kinds == Kinds.STRUCT) {
            return struct(v, origin);
        }
        addNotConcrete(vertex, v);
        return new Value.Null(origin);
    }

    /** Reports a value where it is met first; fields that are the same as others are not reported again. */
    private void addNotConcrete(Vertex vertex, Vertex v) {
        if (reported.add(v)) {
            incomplete.add(shown(notConcrete(vertex, v)));
        }
    }

    private Bottom notConcrete(Vertex shown, Vertex v) {
        String message = v.alternatives != null
                ? "several alternatives are left and none is the default"
                : "the value is not concrete: " + Descriptions.of(v);
        Bottom bottom = Bottom.of(ErrorKind.INCOMPLETE, true, shown, null, message);
        List<Contribution> contributions = v.contributions();
        if (contributions.size() == 1) {
            bottom = bottom.also(contributions.get(0).place());
        }
        for (Conjunct conjunct : shown.conjuncts()) {
            if (contributions.size() != 1 || References.isReference(conjunct.expr())) {
                bottom = bottom.also(conjunct.expr().place());
            }
        }
        return bottom;
    }

    /** An error as it is seen from where the export is: with the references that led there, and its path there. */
    private Bottom shown(Bottom error) {
        Bottom shown = error;
        Iterator<Vertex> inwards = sharing.descendingIterator();
        while (inwards.hasNext()) {
            Vertex from = inwards.next();
            Vertex at = rebased(shown.at(), Objects.requireNonNull(from.shared), from);
            if (at != null) {
                shown = shown.at(at).also(from.conjuncts().get(0).expr().place());
            }
        }
        return shown;
    }

    /** A vertex that stands where one below a target is seen from the vertex that shares the target; null outside. */
    private static @Nullable Vertex rebased(Vertex vertex, Vertex target, Vertex from) {
        if (vertex == target) {
            return from;
        }
        Vertex parent = vertex.parent == null ? null : rebased(vertex.parent, target, from);
        return parent == null ? null : new Vertex(parent, vertex.label);
    }

    private static Origin origin(Vertex shown, Vertex v, Place otherwise) {
        List<Place> via = new ArrayList<>();
        if (shown != v && shown.shared != null) {
            Conjunct reference = shown.conjuncts().get(0);
            via.addAll(reference.via().all());
            via.add(reference.expr().place());
        }
        Contribution source = v.scalarSource != null
                ? v.scalarSource
                : v.contributions().isEmpty() ? null : v.contributions().get(0);
        if (source == null) {
            return new Origin(otherwise, via);
        }
        via.addAll(source.via().all());
        return new Origin(source.place(), via);
    }

    static Value scalar(Scalar scalar, Origin origin) {
        if (scalar instanceof Scalar.Bool bool) {
            return new Value.Bool(bool.value(), origin);
        }
        if (scalar instanceof Scalar.Num num) {
            return new Value.Num(num.value(), num.integer(), origin);
        }
        if (scalar instanceof Scalar.Str str) {
            return new Value.Str(str.value(), origin);
        }
        if (scalar instanceof Scalar.Bytes bytes) {
            List<Byte> list = new ArrayList<>(bytes.value().length);
            for (byte b : bytes.value()) {
                list.add(b);
            }
            return new Value.Bytes(list, origin);
        }
        return new Value.Null(origin);
    }

    /** The value of plain data, which needs no vertices. */
    private static Value plain(CompiledExpr expr, List<Place> via, Origin origin) {
        if (expr instanceof CompiledExpr.StructLiteral struct) {
            OrderedMap<String, Value.Field> fields = new OrderedMap<>();
            for (CompiledDecl decl : struct.decls()) {
                CompiledDecl.Field field = (CompiledDecl.Field) decl;
                Value value = plain(field.value(), via, new Origin(field.value().place(), via));
                fields.set(field.label().text(), new Value.Field(field.place(), value));
            }
            return new Value.Struct(fields, origin);
        }
        if (expr instanceof CompiledExpr.ListLiteral list) {
            List<Value> elements = new ArrayList<>(list.items().size());
            for (CompiledDecl.ListItem item : list.items()) {
                CompiledExpr element = (CompiledExpr) item;
                elements.add(plain(element, via, new Origin(element.place(), via)));
            }
            return new Value.ListValue(elements, origin);
        }
        return scalar(((CompiledExpr.Literal) expr).value(), origin);
    }

    private Value list(Vertex v, Origin origin) {
        List<Value> elements = new ArrayList<>(v.elements());
        for (int i = 0; i < v.elements(); i++) {
            Vertex element = v.arc(FieldLabel.element(i));
            if (element != null) {
                elements.add(part(element, origin.place()));
            }
        }
        checkRequired(v);
        release(v);
        return new Value.ListValue(elements, origin);
    }

    private Value struct(Vertex v, Origin origin) {
        checkRequired(v);
        OrderedMap<String, Value.Field> fields = new OrderedMap<>();
        for (FieldLabel label : FieldOrder.of(v)) {
            Vertex field = label.isField() ? v.member(label) : null;
            if (field != null) {
                Place place = field.labelPlaces().isEmpty()
                        ? origin.place()
                        : field.labelPlaces().get(0);
                fields.set(label.text(), new Value.Field(place, part(field, place)));
            }
        }
        release(v);
        return new Value.Struct(fields, origin);
    }

    private void checkRequired(Vertex v) {
        for (Vertex field : v.demanded()) {
            if (field.arcType == ArcType.REQUIRED) {
                Bottom bottom = Bottom.of(
                        ErrorKind.REQUIRED,
                        true,
                        field,
                        null,
                        "field \"" + field.label.text() + "\" is required but not present");
                incomplete.add(shown(bottom.also(field.labelPlaces())));
            }
        }
    }
}
