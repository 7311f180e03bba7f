// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.builtin.Member;
import io.invowk.maven.cue.builtin.Values;
import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Operator;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes values as expressions. */
final class Literals {
    private Literals() {}

    /** An expression for a finished value. */
    static CompiledExpr of(Value value, Place place) {
        if (value instanceof Value.ListValue list) {
            List<CompiledDecl.ListItem> items = new ArrayList<>(list.elements().size());
            for (Value element : list.elements()) {
                items.add(of(element, place));
            }
            return new CompiledExpr.ListLiteral(place, items, false, null);
        }
        if (value instanceof Value.Struct struct) {
            List<CompiledDecl> decls = new ArrayList<>(struct.fields().size());
            for (Map.Entry<String, Value.Field> field : struct.fields().entrySet()) {
                decls.add(new CompiledDecl.Field(
                        place,
                        FieldLabel.regular(field.getKey()),
                        ArcType.MEMBER,
                        of(field.getValue().value(), place)));
            }
            return new CompiledExpr.StructLiteral(place, decls, false);
        }
        return new CompiledExpr.Literal(place, scalar(value));
    }

    private static Scalar scalar(Value value) {
        if (value instanceof Value.Bool bool) {
            return new Scalar.Bool(bool.value());
        }
        if (value instanceof Value.Num num) {
            return new Scalar.Num(num.value(), num.integer());
        }
        if (value instanceof Value.Str str) {
            return new Scalar.Str(str.value());
        }
        return value instanceof Value.Bytes bytes ? new Scalar.Bytes(Values.data(bytes)) : new Scalar.Null();
    }

    /** An expression for what a vertex is so far: defaults taken, constraints dropped. */
    static CompiledExpr of(Evaluator evaluator, Vertex vertex, Place place) {
        Vertex v = evaluator.resolved(vertex);
        if (v.scalar != null) {
            return new CompiledExpr.Literal(place, v.scalar);
        }
        if (v.alternatives == null && v.kinds == Kinds.LIST) {
            List<CompiledDecl.ListItem> items = new ArrayList<>();
            for (int i = 0; i < v.elements(); i++) {
                Vertex element = v.arc(FieldLabel.element(i));
                items.add(element == null ? new CompiledExpr.Top(place) : of(evaluator, element, place));
            }
            return new CompiledExpr.ListLiteral(place, items, v.length < 0, null);
        }
        if (v.alternatives == null && v.kinds == Kinds.STRUCT) {
            List<CompiledDecl> decls = new ArrayList<>();
            for (Vertex field : v.demanded()) {
                if (field.arcType == ArcType.MEMBER && field.label.sort() != FieldLabel.Sort.VARIABLE) {
                    decls.add(new CompiledDecl.Field(place, field.label, ArcType.MEMBER, of(evaluator, field, place)));
                }
            }
            return new CompiledExpr.StructLiteral(place, decls, false);
        }
        boolean top = v.alternatives != null || v.kinds == Kinds.ALL;
        return top
                ? new CompiledExpr.Top(place)
                : new CompiledExpr.Type(place, Kinds.describe(v.kinds), v.kinds, Optional.empty(), Optional.empty());
    }

    /** {@code {T: number | string, x: T, y: T, less: x < y}}, or with {@code less: bool} to be said. */
    static CompiledExpr comparer(Member.Comparer.Order order, Place place) {
        FieldLabel type = FieldLabel.regular("T");
        FieldLabel x = FieldLabel.regular("x");
        FieldLabel y = FieldLabel.regular("y");
        CompiledExpr reference = new CompiledExpr.FieldReference(place, 0, type);
        CompiledExpr comparable = new CompiledExpr.Disjunction(
                place,
                List.of(
                        new CompiledExpr.Alternative(false, type(place, "number", Kinds.NUMBER)),
                        new CompiledExpr.Alternative(false, type(place, "string", Kinds.STRING))),
                false);
        Operator operator = order == Member.Comparer.Order.ASCENDING ? Operator.LESS : Operator.GREATER;
        boolean any = order == Member.Comparer.Order.ANY;
        CompiledExpr less = any
                ? type(place, "bool", Kinds.BOOL)
                : new CompiledExpr.Binary(
                        place,
                        operator,
                        new CompiledExpr.FieldReference(place, 0, x),
                        new CompiledExpr.FieldReference(place, 0, y));
        return new CompiledExpr.StructLiteral(
                place,
                List.of(
                        field(place, type, any ? new CompiledExpr.Top(place) : comparable),
                        field(place, x, reference),
                        field(place, y, reference),
                        field(place, FieldLabel.regular("less"), less)),
                false);
    }

    private static CompiledDecl field(Place place, FieldLabel label, CompiledExpr value) {
        return new CompiledDecl.Field(place, label, ArcType.MEMBER, value);
    }

    private static CompiledExpr type(Place place, String name, int kinds) {
        return new CompiledExpr.Type(place, name, kinds, Optional.empty(), Optional.empty());
    }
}
