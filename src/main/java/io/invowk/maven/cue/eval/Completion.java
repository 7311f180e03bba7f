// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.value.OrderedMap;
import io.invowk.maven.cue.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished value after a schema was unified with it: the same values, so that they keep their places and order, and
 * behind them the fields that the schema adds.
 */
final class Completion {
    private final Evaluator evaluator;
    private final Exporter exporter;

    Completion(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.exporter = new Exporter(evaluator);
    }

    /** The whole value; null if something is missing in it or not concrete. */
    @Nullable
    Value of(Vertex vertex, Value known) {
        Value complete = complete(vertex, known);
        return exporter.incomplete().isEmpty() ? complete : null;
    }

    private @Nullable Value complete(Vertex vertex, Value known) {
        Vertex v = evaluator.resolved(vertex);
        if (v.alternatives != null || Conclusion.ownWaiting(v) != null) {
            return null;
        }
        if (known instanceof Value.Struct struct) {
            return struct(v, struct);
        }
        return known instanceof Value.ListValue list ? list(v, list) : known;
    }

    private @Nullable Value list(Vertex v, Value.ListValue known) {
        List<Value> elements = new ArrayList<>(known.elements().size());
        boolean same = true;
        for (int i = 0; i < known.elements().size(); i++) {
            Vertex arc = v.arc(FieldLabel.element(i));
            Value before = known.elements().get(i);
            Value after = arc == null ? null : complete(arc, before);
            if (after == null) {
                return null;
            }
            elements.add(after);
            same &= isSame(before, after);
        }
        return same ? known : new Value.ListValue(elements, known.origin());
    }

    private @Nullable Value struct(Vertex v, Value.Struct known) {
        OrderedMap<String, Value.Field> fields = new OrderedMap<>();
        boolean same = true;
        for (Map.Entry<String, Value.Field> entry : known.fields().entrySet()) {
            Value.Field field = entry.getValue();
            Vertex arc = v.member(FieldLabel.regular(entry.getKey()));
            Value after = arc == null ? null : complete(arc, field.value());
            if (after == null) {
                return null;
            }
            boolean unchanged = isSame(field.value(), after);
            fields.set(entry.getKey(), unchanged ? field : new Value.Field(field.label(), after));
            same &= unchanged;
        }
        for (Vertex arc : v.demanded()) {
            if (arc.arcType == ArcType.REQUIRED) {
                return null;
            }
            if (arc.label.isField() && !fields.containsKey(arc.label.text())) {
                Value added = exporter.export(arc, known.origin().place());
                fields.set(arc.label.text(), new Value.Field(known.origin().place(), added));
                same = false;
            }
        }
        return same ? known : new Value.Struct(fields, known.origin());
    }

    @SuppressWarnings("ReferenceEquality") // what has not changed is handed on as it is
    private static boolean isSame(Value before, Value after) {
        return before == after;
    }
}
