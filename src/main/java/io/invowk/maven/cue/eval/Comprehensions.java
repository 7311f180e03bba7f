// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledClause;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import java.util.ArrayList;
import java.util.List;

/** Runs the clauses of a comprehension: one environment for each time its body is yielded. */
final class Comprehensions {
    /** The label of the vertex that holds the variables of one turn of a {@code for} clause. */
    static final FieldLabel FOR = FieldLabel.variable("for");

    private final Evaluator evaluator;
    private final Vertex vertex;
    private final Conjunct conjunct;

    Comprehensions(Evaluator evaluator, Vertex vertex, Conjunct conjunct) {
        this.evaluator = evaluator;
        this.vertex = vertex;
        this.conjunct = conjunct;
    }

    List<Environment> yields(CompiledDecl.Comprehension comprehension) {
        List<Environment> yielded = new ArrayList<>();
        run(comprehension.clauses(), conjunct.env(), yielded);
        return yielded;
    }

    private void run(List<CompiledClause> clauses, Environment env, List<Environment> yielded) {
        if (clauses.isEmpty()) {
            yielded.add(env);
            return;
        }
        List<CompiledClause> rest = clauses.subList(1, clauses.size());
        CompiledClause clause = clauses.get(0);
        if (clause instanceof CompiledClause.If test) {
            if (holds(test, env)) {
                run(rest, env, yielded);
            }
        } else if (clause instanceof CompiledClause.Let let) {
            Vertex scope = new Vertex(vertex, FieldLabel.variable("let"));
            define(scope, let.name(), env, let.value());
            run(rest, new Environment(env, scope), yielded);
        } else if (clause instanceof CompiledClause.For loop) {
            for (Vertex element : elements(loop, env)) {
                evaluator.limits.countValues(vertex, 1);
                Vertex scope = new Vertex(vertex, FOR);
                loop.value().ifPresent(name -> scope.putArc(name, element));
                loop.key().ifPresent(name -> define(scope, name, env, key(loop, element)));
                run(rest, new Environment(env, scope), yielded);
            }
        }
    }

    private void define(Vertex scope, FieldLabel name, Environment env, CompiledExpr value) {
        Vertex variable = new Vertex(vertex, name);
        variable.add(new Conjunct(env, value, CloseInfo.NONE, conjunct.trail(), Via.NONE));
        scope.putArc(name, variable);
    }

    private static CompiledExpr key(CompiledClause.For loop, Vertex element) {
        Scalar key = element.label.sort() == FieldLabel.Sort.ELEMENT
                ? Scalar.Num.of(element.label.index())
                : new Scalar.Str(element.label.text());
        return new CompiledExpr.Literal(loop.place(), key);
    }

    private boolean holds(CompiledClause.If test, Environment env) {
        Operand condition = evaluator.computation.compute(vertex, conjunct.with(env), test.condition());
        if (condition instanceof Operand.Known known && known.value() instanceof Scalar.Bool bool) {
            return bool.value();
        }
        throw new Signal.Failed(
                Bottom.fatal(ErrorKind.TYPE, vertex, test.place(), "the condition of \"if\" must be a bool")
                        .also(condition.place()));
    }

    private List<Vertex> elements(CompiledClause.For loop, Environment env) {
        CompiledExpr source = loop.source();
        Bottom wrong =
                Bottom.fatal(ErrorKind.TYPE, vertex, source.place(), "\"for\" needs a struct or a list to range over");
        Operand operand =
                evaluator.computation.compute(vertex, conjunct.with(env), source, Kinds.STRUCT | Kinds.LIST, wrong);
        if (!(operand instanceof Operand.Composite composite)) {
            throw new Signal.Failed(wrong);
        }
        Vertex over = composite.vertex();
        evaluator.computation.demandFields(vertex, over, source.place());
        boolean list = over.kinds == Kinds.LIST;
        List<Vertex> elements = new ArrayList<>();
        for (Vertex arc : over.demanded()) {
            if (list ? arc.label.sort() != FieldLabel.Sort.ELEMENT : !arc.label.isField()) {
                continue;
            }
            if (arc.arcType == ArcType.REQUIRED) {
                throw new Signal.Failed(Bottom.of(
                                ErrorKind.REQUIRED,
                                true,
                                arc,
                                source.place(),
                                "field \"" + arc.label.text() + "\" is required but not present")
                        .also(arc.labelPlaces().get(0)));
            }
            elements.add(arc);
        }
        if (list) {
            elements.sort(java.util.Comparator.comparingInt(e -> e.label.index()));
        }
        return elements;
    }
}
