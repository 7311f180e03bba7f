// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;

/** Takes the declarations of a struct literal into a vertex. */
final class Declarations implements CompiledDecl.Visitor {
    private final Evaluator evaluator;
    private final Vertex vertex;
    private final Conjunct conjunct;
    private final Environment env;
    private final CloseInfo close;
    /** The group of a literal that embeds; others need none. */
    private final Group group = new Group();

    private final boolean embeds;
    private final List<FieldLabel> labels = new ArrayList<>();

    private Declarations(Evaluator evaluator, Vertex vertex, Conjunct conjunct, boolean embeds) {
        this.evaluator = evaluator;
        this.vertex = vertex;
        this.conjunct = conjunct;
        this.env = new Environment(conjunct.env(), vertex);
        this.embeds = embeds;
        CloseInfo own = conjunct.close().forFields();
        this.close = embeds ? own.with(group) : own;
    }

    static void expand(Evaluator evaluator, Vertex vertex, Conjunct conjunct, CompiledExpr.StructLiteral literal) {
        Declarations step = new Declarations(evaluator, vertex, conjunct, literal.embeds());
        vertex.addPart(new Vertex.Part(literal, conjunct, step.close, step.labels));
        if (literal.embeds()) {
            vertex.structByDefault = true;
        } else {
            step.isStruct(literal.place());
        }
        for (CompiledDecl decl : literal.decls()) {
            decl.accept(step);
        }
    }

    private void isStruct(Place place) {
        Arcs.narrow(vertex, new Contribution(Kinds.STRUCT, "struct", place, conjunct.via()));
    }

    private Conjunct value(CompiledExpr expr) {
        return new Conjunct(env, expr, close, conjunct.trail(), conjunct.via());
    }

    /** A task of this literal: its names are looked up in the literal's environment. */
    private void task(CompiledExpr expr, Task.Action action) {
        vertex.addTask(new Task(value(expr), false, action));
    }

    @Override
    public void onField(CompiledDecl.Field decl) {
        labels.add(decl.label());
        if (embeds && decl.label().isField() && decl.arcType() != ArcType.OPTIONAL) {
            isStruct(decl.place());
        }
        if (decl.arcType() == ArcType.OPTIONAL) {
            evaluator.optionalNames |=
                    References.isName(decl.value()) || decl.value() instanceof CompiledExpr.StructLiteral;
        }
        int known = Arcs.add(vertex, decl.label(), decl.arcType(), value(decl.value()), decl.place());
        evaluator.limits.countValues(vertex, known);
    }

    @Override
    public void onDynamic(CompiledDecl.Dynamic decl) {
        List<FieldLabel> made = labels;
        task(decl.label(), (at, c) -> {
            Operand label = evaluator.computation.compute(at, c, c.expr());
            if (!(label instanceof Operand.Known known) || !(known.value() instanceof Scalar.Str name)) {
                boolean scalar = label instanceof Operand.Known;
                throw new Signal.Failed(
                        Bottom.of(ErrorKind.TYPE, !scalar, at, decl.place(), "a computed label must be a string"));
            }
            FieldLabel computed = FieldLabel.regular(name.value());
            made.add(computed);
            if (decl.arcType() != ArcType.OPTIONAL) {
                Arcs.narrow(at, new Contribution(Kinds.STRUCT, "struct", decl.place(), c.via()));
            }
            Conjunct value = c.with(decl.value()).with(c.env().withLabel(computed));
            evaluator.limits.countValues(at, Arcs.add(at, computed, decl.arcType(), value, decl.place()));
        });
    }

    @Override
    public void onPattern(CompiledDecl.Pattern decl) {
        task(decl.pattern(), (at, c) -> {
            Vertex matcher = new Vertex(at, FieldLabel.variable("pattern"));
            matcher.add(new Conjunct(c.env(), decl.pattern(), CloseInfo.NONE, c.trail(), Via.NONE));
            int blocked = evaluator.settle(matcher);
            if (blocked > 0) {
                throw new Signal.Blocked(blocked);
            }
            Bottom waiting = Conclusion.ownWaiting(matcher);
            if (waiting != null) {
                throw new Signal.Failed(waiting);
            }
            if (matcher.failed()) {
                throw new Signal.Failed(matcher.errors().get(0));
            }
            Pattern pattern = new Pattern(matcher, decl.pattern(), c.with(decl.value()));
            at.addPattern(pattern);
            for (Vertex field : at.arcs()) {
                Arcs.apply(pattern, field);
            }
        });
    }

    @Override
    public void onEllipsis(CompiledDecl.Ellipsis decl) {
        vertex.addEllipsis(close);
    }

    @Override
    public void onEmbedding(CompiledDecl.Embedding decl) {
        evaluator.expansion.expand(vertex, embedded(decl.value()));
    }

    private Conjunct embedded(CompiledExpr expr) {
        Group expression = new Group();
        CloseInfo.Scope scope =
                new CloseInfo.Scope(group, expression, true, conjunct.close().scope());
        return value(expr).with(close.with(expression).in(scope));
    }

    @Override
    public void onComprehension(CompiledDecl.Comprehension decl) {
        Conjunct body = embedded(decl.body());
        Task.Action yield = (at, c) -> {
            for (Environment yielded : new Comprehensions(evaluator, at, c).yields(decl)) {
                evaluator.expansion.expand(at, c.with(yielded));
            }
        };
        vertex.addTask(new Task(body, false, yield, decl.body()));
    }
}
