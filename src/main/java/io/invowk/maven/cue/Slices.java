// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.syntax.Expr;
import io.invowk.maven.cue.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A struct with a long list in parts that are judged one after the other, so that memory is taken for one part only. The
 * list must be one of which the schema asks the same for every element.
 *
 * @param field the name of the list; empty if the value is judged as a whole
 */
record Slices(String field, List<Value> parts) {
    private static final int ELEMENTS = 25;

    static Slices of(Value value, Expr definition, SchemaTree tree) {
        List<SchemaTree.Part> asked = tree.parts(definition);
        Optional<SchemaStruct> schema = asked.size() == 1 ? asked.get(0).struct(tree) : Optional.empty();
        if (value instanceof Value.Struct struct && schema.isPresent()) {
            for (Map.Entry<String, Value.Field> entry : struct.fields().entrySet()) {
                if (entry.getValue().value() instanceof Value.ListValue list
                        && list.elements().size() > ELEMENTS
                        && schema.get().has(entry.getKey())
                        && asksTheSame(schema.get().field(entry.getKey()).value(), tree)) {
                    return new Slices(entry.getKey(), parts(struct, entry.getKey(), list));
                }
            }
        }
        return new Slices("", List.of(value));
    }

    /** Whether an expression is {@code [...T]} or {@code [T, ...T]}. */
    private static boolean asksTheSame(Expr expr, SchemaTree tree) {
        List<SchemaTree.Part> parts = tree.parts(expr);
        if (parts.size() != 1 || !(parts.get(0).expr() instanceof Expr.ListLiteral list)) {
            return false;
        }
        Optional<Expr> others = list.ellipsis().flatMap(Expr.ListEllipsis::type);
        return others.isPresent()
                && others.get() instanceof Expr.Identifier name
                && list.elements().stream()
                        .allMatch(first -> first instanceof Expr.Identifier other
                                && other.name().equals(name.name()));
    }

    private static List<Value> parts(Value.Struct struct, String field, Value.ListValue list) {
        List<Value> parts = new ArrayList<>();
        for (int start = 0; start < list.elements().size(); start += ELEMENTS) {
            int end = Math.min(start + ELEMENTS, list.elements().size());
            parts.add(with(struct, field, list.elements().subList(start, end)));
        }
        return parts;
    }

    private static Value with(Value.Struct struct, String field, List<Value> elements) {
        Map<String, Value.Field> fields = new LinkedHashMap<>(struct.fields());
        fields.computeIfPresent(
                field,
                (name, old) -> new Value.Field(
                        old.label(), new Value.ListValue(elements, old.value().origin())));
        return new Value.Struct(fields, struct.origin());
    }

    /** The value that complete parts make together. */
    Value joined(List<Value> complete) {
        if (field.isEmpty()) {
            return complete.get(0);
        }
        List<Value> elements = new ArrayList<>();
        for (Value part : complete) {
            if (part instanceof Value.Struct struct
                    && Optional.ofNullable(struct.fields().get(field))
                                    .orElseThrow()
                                    .value()
                            instanceof Value.ListValue list) {
                elements.addAll(list.elements());
            }
        }
        return with((Value.Struct) complete.get(0), field, elements);
    }
}
