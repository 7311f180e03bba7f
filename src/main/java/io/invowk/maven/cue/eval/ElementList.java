// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.builtin.Element;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists that are made of the elements of others: what is not concrete stays the constraint that it is. */
final class ElementList {
    private final Evaluator evaluator;
    private final Vertex at;
    private final Place place;

    /**
     * For one use of lists.
     *
     * @param at the vertex that needs them
     */
    ElementList(Evaluator evaluator, Vertex at, Place place) {
        this.evaluator = evaluator;
        this.at = at;
        this.place = place;
    }

    /** The elements of a list, once their number is known. */
    List<Element> of(Vertex list) {
        evaluator.computation.demandFields(at, list, place);
        List<Element> elements = new ArrayList<>(list.elements());
        for (int i = 0; i < list.elements(); i++) {
            Vertex element = list.arc(FieldLabel.element(i));
            if (element != null) {
                elements.add(new VertexElement(element));
            }
        }
        return elements;
    }

    private final class VertexElement implements Element {
        private final Vertex vertex;

        VertexElement(Vertex vertex) {
            this.vertex = vertex;
        }

        @Override
        public Optional<List<Element>> elements() {
            try {
                Operand operand = evaluator.computation.read(at, vertex, place);
                boolean list = operand instanceof Operand.Composite composite && composite.vertex().kinds == Kinds.LIST;
                return list ? Optional.of(of(((Operand.Composite) operand).vertex())) : Optional.empty();
            } catch (Signal.Failed failed) {
                if (failed.bottom.incomplete() && (failed.kinds & Kinds.LIST) == 0) {
                    return Optional.empty();
                }
                throw failed;
            }
        }

        @Override
        public String description() {
            Vertex v = evaluator.resolved(vertex);
            return v.scalar == null ? Descriptions.of(v) : Kinds.describe(v.scalar.kind());
        }
    }

    /** A new list of elements. */
    Operand make(Conjunct conjunct, List<Element> elements) {
        evaluator.limits.countValues(at, elements.size());
        Vertex scope = new Vertex(at, FieldLabel.variable("elements"));
        List<CompiledDecl.ListItem> items = new ArrayList<>(elements.size());
        for (Element element : elements) {
            Vertex vertex = ((VertexElement) element).vertex;
            CompiledExpr plain = plain(vertex);
            if (plain == null) {
                FieldLabel label = FieldLabel.element(items.size());
                scope.putArc(label, vertex);
                items.add(new CompiledExpr.FieldReference(place, 0, label));
            } else {
                items.add(plain);
            }
        }
        Vertex made = new Vertex(at, FieldLabel.variable("list"));
        CompiledExpr literal = new CompiledExpr.ListLiteral(place, items, false, null);
        made.add(new Conjunct(new Environment(null, scope), literal, CloseInfo.NONE, conjunct.trail(), Via.NONE));
        return evaluator.computation.read(at, made, place);
    }

    /** Plain data, which can stand for itself; null if the element is, or may become, anything else. */
    private @Nullable CompiledExpr plain(Vertex element) {
        Conjunct folded = element.folded();
        if (folded != null) {
            return folded.expr();
        }
        Vertex v = evaluator.resolved(element);
        Scalar scalar = v.scalar;
        if (scalar == null || scalar instanceof Scalar.Callable) {
            return null;
        }
        boolean alone =
                v.state == Vertex.State.DONE && v.failure == null && v.labels().isEmpty();
        return alone ? new CompiledExpr.Literal(place, scalar) : null;
    }
}
