// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.builtin.CallException;
import io.invowk.maven.cue.builtin.Schema;
import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An argument that stays an expression; each question makes a vertex of it and of the values in question. */
final class SchemaArgument implements Schema {
    private final Evaluator evaluator;
    private final Vertex at;
    private final Conjunct schema;
    private final Trail values;

    /**
     * For one use of an argument.
     *
     * @param data whether the values in question are data, and not what a recursion brought
     */
    SchemaArgument(Evaluator evaluator, Vertex at, Conjunct schema, boolean data) {
        this.evaluator = evaluator;
        this.at = at;
        this.schema = schema;
        this.values = data ? Trail.START : schema.trail().constraining();
    }

    private Vertex with(CompiledExpr literal) {
        Vertex made = new Vertex(at, FieldLabel.variable("argument"));
        made.add(schema.with(literal).with(values));
        made.add(schema);
        int blocked = evaluator.finish(made);
        if (blocked > 0) {
            throw new Signal.Blocked(blocked);
        }
        return made;
    }

    @Override
    public Optional<Refusal> refusal(Value value, boolean concrete) {
        Vertex made = with(Literals.of(value, schema.expr().place()));
        if (made.failure != null) {
            return Optional.of(new Refusal(made.failure.message(), made.failure.incomplete()));
        }
        Bottom waiting = Conclusion.waiting(made);
        if (waiting != null) {
            return Optional.of(new Refusal(waiting.message(), true));
        }
        if (!concrete) {
            return Optional.empty();
        }
        Exporter exporter = new Exporter(evaluator);
        exporter.export(made, schema.expr().place());
        return exporter.incomplete().stream().findFirst().map(b -> new Refusal(b.message(), true));
    }

    @Override
    public Value filled(Map<String, Value> fields, String wanted) {
        Place place = schema.expr().place();
        List<CompiledDecl> decls = new ArrayList<>();
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            decls.add(new CompiledDecl.Field(
                    place, FieldLabel.regular(field.getKey()), ArcType.MEMBER, Literals.of(field.getValue(), place)));
        }
        Vertex made = with(new CompiledExpr.StructLiteral(place, decls, false));
        Vertex field = evaluator.resolved(made).arc(FieldLabel.regular(wanted));
        if (field == null && !isStruct()) {
            throw CallException.incomplete("the comparer is not known yet");
        }
        if (field == null) {
            throw new CallException("the comparer has no field \"" + wanted + "\"");
        }
        if (made.failure != null) {
            throw new CallException(made.failure.message());
        }
        if (fields.isEmpty()) {
            return Exporter.scalar(new io.invowk.maven.cue.compile.Scalar.Null(), origin(place));
        }
        Exporter exporter = new Exporter(evaluator);
        Value value = exporter.export(field, place);
        if (!exporter.incomplete().isEmpty()) {
            throw CallException.incomplete(exporter.incomplete().get(0).message());
        }
        return value;
    }

    /** Whether the schema itself says that it is a struct. */
    private boolean isStruct() {
        Vertex alone = new Vertex(at, FieldLabel.variable("argument"));
        alone.add(schema);
        evaluator.finish(alone);
        return evaluator.resolved(alone).kinds == Kinds.STRUCT;
    }

    private static io.invowk.maven.cue.value.Origin origin(Place place) {
        return new io.invowk.maven.cue.value.Origin(place, List.of());
    }
}
