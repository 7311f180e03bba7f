// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain data is known without being worked on: a scalar at once, and a struct or list stays folded up in its literal until
 * somebody asks for its fields or elements. Most of a file is read once, to be written out, and never asked for.
 */
final class Folding {
    private Folding() {}

    /** Makes a new vertex known if its only conjunct is plain data; answers the number of values, 0 if it is not. */
    static int take(Vertex vertex, Conjunct conjunct) {
        CompiledExpr expr = conjunct.expr();
        if (expr instanceof CompiledExpr.Literal literal) {
            Arcs.setScalar(vertex, literal.value(), literal.place(), conjunct.via());
            vertex.makeKnown(conjunct, false);
            return 1;
        }
        int values = expr instanceof CompiledExpr.StructLiteral struct
                ? struct.plain()
                : expr instanceof CompiledExpr.ListLiteral list ? list.plain() : 0;
        boolean small = values > 0 && vertex.level + values <= Limits.MAX_LEVEL;
        if (!small || conjunct.trail().cyclic() || !conjunct.close().isNone()) {
            return 0;
        }
        vertex.ground(conjunct);
        if (expr instanceof CompiledExpr.ListLiteral list) {
            Arcs.narrow(vertex, new Contribution(Kinds.LIST, "list", expr.place(), conjunct.via()));
            vertex.length = list.items().size();
            vertex.leastLength = vertex.length;
            vertex.lengthPlace = expr.place();
        } else {
            Arcs.narrow(vertex, new Contribution(Kinds.STRUCT, "struct", expr.place(), conjunct.via()));
        }
        vertex.makeKnown(conjunct, true);
        return values;
    }

    /** Makes the fields or elements of a literal. */
    static void unfold(Vertex vertex, Conjunct conjunct) {
        Environment env = conjunct.env();
        if (conjunct.expr() instanceof CompiledExpr.StructLiteral struct) {
            env = new Environment(env, vertex);
            List<FieldLabel> labels = new ArrayList<>(struct.decls().size());
            for (CompiledDecl decl : struct.decls()) {
                CompiledDecl.Field field = (CompiledDecl.Field) decl;
                labels.add(field.label());
                Vertex arc = arc(vertex, field.label(), conjunct.with(env).with(field.value()));
                arc.addLabelPlace(field.place());
            }
            vertex.addPart(new Vertex.Part(struct, conjunct, conjunct.close(), labels));
        } else if (conjunct.expr() instanceof CompiledExpr.ListLiteral list) {
            for (int i = 0; i < list.items().size(); i++) {
                CompiledExpr element = (CompiledExpr) list.items().get(i);
                arc(vertex, FieldLabel.element(i), conjunct.with(element));
            }
        }
    }

    private static Vertex arc(Vertex vertex, FieldLabel label, Conjunct conjunct) {
        Vertex arc = new Vertex(vertex, label);
        arc.arcType = ArcType.MEMBER;
        vertex.putArc(label, arc);
        if (take(arc, conjunct) == 0) {
            arc.add(conjunct);
        }
        return arc;
    }
}
