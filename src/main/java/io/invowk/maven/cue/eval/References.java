// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Place;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the vertex that a reference names, and takes its conjuncts over. */
final class References {
    /** The label of a value that is written where a reference could stand. */
    static final FieldLabel INLINE = FieldLabel.variable("expression");

    private final Evaluator evaluator;

    References(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The task of a conjunct that is a reference. */
    void follow(Vertex vertex, Conjunct conjunct) {
        CompiledExpr expr = conjunct.expr();
        takeOver(vertex, conjunct, resolve(vertex, conjunct, expr), expr.place(), isDefinition(expr));
    }

    /** Whether a reference has a definition in its path. */
    static boolean isDefinition(CompiledExpr expr) {
        if (expr instanceof CompiledExpr.FieldReference reference) {
            return reference.label().isDefinition();
        }
        if (expr instanceof CompiledExpr.Selector selector) {
            return selector.label().isDefinition() || isDefinition(selector.operand());
        }
        return expr instanceof CompiledExpr.Index index && isDefinition(index.operand());
    }

    static boolean isReference(CompiledExpr expr) {
        return expr instanceof CompiledExpr.FieldReference
                || expr instanceof CompiledExpr.Selector
                || expr instanceof CompiledExpr.Index
                || expr instanceof CompiledExpr.LetReference
                || expr instanceof CompiledExpr.DynamicReference
                || expr instanceof CompiledExpr.MatchedReference
                || expr instanceof CompiledExpr.SelfReference;
    }

    /** Whether an expression is a name, or selects from one. */
    static boolean isName(CompiledExpr expr) {
        CompiledExpr operand = expr;
        while (operand instanceof CompiledExpr.Selector selector) {
            operand = selector.operand();
        }
        return operand instanceof CompiledExpr.FieldReference;
    }

    /** Adds what the target was declared as, now and later, to a vertex. */
    void takeOver(Vertex vertex, Conjunct conjunct, Vertex target, Place place, boolean definition) {
        if (target.original == vertex.original) {
            return;
        }
        if (conjunct.trail().circles(target, vertex)) {
            if (conjunct.trail().isHollow(target)) {
                vertex.addHollow(conjunct.close());
            }
            return;
        }
        if (target.state == Vertex.State.DONE && target.failure != null && !target.isAncestorOf(vertex)) {
            throw new Signal.Failed(target.failure);
        }
        if (share(vertex, conjunct, target)) {
            return;
        }
        Trail trail = trail(vertex, conjunct, target);
        if (!vertex.take(target, conjunct.close())) {
            return;
        }
        CloseInfo.Scope scope = conjunct.close().scope();
        CloseInfo close = conjunct.close();
        boolean embedded = scope != null && scope.direct();
        if (definition && !embedded && !Closedness.isImplied(vertex, conjunct)) {
            Group group = new Group();
            Closedness.require(vertex, Requirement.of(group, true, conjunct.close()));
            close = close.with(group);
        }
        if (definition && scope != null) {
            Closedness.activate(vertex, scope, true);
        }
        if (target.conjuncts().size() > 1) {
            close = close.indirect();
        }
        CloseInfo closing = close;
        Via via = conjunct.via().then(place);
        Listener listener =
                added -> vertex.push(new Conjunct(added.env(), added.expr(), closing, trail, via.then(added.via())));
        List.copyOf(target.conjuncts()).forEach(listener::added);
        if (!evaluator.isInFinishedFile(target)) {
            target.listen(listener);
        }
    }

    /** The trail of what a reference brings; where data has come, a recursion goes on from there. */
    private static Trail trail(Vertex vertex, Conjunct conjunct, Vertex target) {
        Trail trail = conjunct.trail().through(target, vertex, conjunct.expr());
        if (!trail.cyclic()) {
            return trail;
        }
        if (vertex.data) {
            return trail.anew(vertex);
        }
        if (!vertex.recursing && !vertex.running.isEmpty()) {
            throw new Signal.LeadsBack();
        }
        return trail;
    }

    /** Makes a vertex the same as the target, if the reference is all that it has and the target is finished. */
    private boolean share(Vertex vertex, Conjunct conjunct, Vertex target) {
        boolean only = vertex.conjuncts().size() == 1
                && vertex.conjuncts().get(0).expr() == conjunct.expr()
                && vertex.requirements().isEmpty()
                && vertex.errors().isEmpty();
        if (!only || target.isAncestorOf(vertex) || target.settling > 0 || target.finishing > 0) {
            return false;
        }
        if (conjunct.trail().through(target, vertex, conjunct.expr()).cyclic()
                || evaluator.unsettledAbove(target) > 0) {
            return false;
        }
        if (evaluator.finish(target) > 0 || target.state != Vertex.State.DONE) {
            return false;
        }
        if (target.failure != null) {
            throw new Signal.Failed(target.failure);
        }
        Vertex whole = target.shared == null ? target : target.shared;
        whole.lent = true;
        vertex.shared = whole;
        return true;
    }

    /** The vertex that an expression names; for other expressions one that is made for the purpose. */
    Vertex resolve(Vertex at, Conjunct conjunct, CompiledExpr expr) {
        Environment env = conjunct.env();
        if (expr instanceof CompiledExpr.FieldReference reference) {
            return field(at, env.up(reference.up()).vertex, reference.label(), reference.place());
        }
        if (expr instanceof CompiledExpr.LetReference reference) {
            if (reference.binding().value() instanceof CompiledExpr.SelfReference self) {
                return env.up(reference.up()).up(self.up()).vertex;
            }
            return env.up(reference.up()).let(reference.binding(), scope -> {
                Vertex let = new Vertex(
                        scope.vertex, FieldLabel.variable(reference.binding().name()));
                let.add(new Conjunct(scope, reference.binding().value(), CloseInfo.NONE, Trail.START, Via.NONE));
                return let;
            });
        }
        if (expr instanceof CompiledExpr.MatchedReference reference) {
            Environment scope = env.up(reference.up());
            return field(at, scope.vertex, Objects.requireNonNull(scope.label), reference.place());
        }
        if (expr instanceof CompiledExpr.DynamicReference reference) {
            Environment scope = env.up(reference.up());
            Operand label = evaluator.computation.compute(at, conjunct.with(scope), reference.label());
            if (label instanceof Operand.Known known && known.value() instanceof Scalar.Str name) {
                return field(at, scope.vertex, FieldLabel.regular(name.value()), reference.place());
            }
            throw new Signal.Failed(
                    Bottom.fatal(ErrorKind.TYPE, at, reference.place(), "a computed label must be a string"));
        }
        if (expr instanceof CompiledExpr.SelfReference reference) {
            return env.up(reference.up()).vertex;
        }
        if (expr instanceof CompiledExpr.Selector selector) {
            Vertex operand = operand(at, conjunct, selector.operand());
            return select(at, operand, selector.label(), selector.labelPlace(), selector.place());
        }
        if (expr instanceof CompiledExpr.Index index) {
            return index(at, conjunct, index);
        }
        if (conjunct.trail().cyclic() && !at.data && conjunct.trail().isInside(expr)) {
            throw new Signal.Failed(Conclusion.containsItself(at, expr.place()));
        }
        Vertex made = new Vertex(at, INLINE);
        made.add(new Conjunct(env, expr, CloseInfo.NONE, conjunct.trail().inside(expr), Via.NONE));
        return made;
    }

    /** The operand of a selector or index; one that is written in place is finished first, with all its errors. */
    private Vertex operand(Vertex at, Conjunct conjunct, CompiledExpr expr) {
        Vertex operand = resolve(at, conjunct, expr);
        if (!isReference(expr)) {
            evaluator.finish(operand);
        }
        return operand;
    }

    private Vertex field(Vertex at, Vertex owner, FieldLabel label, Place place) {
        Vertex arc = owner.arc(label);
        if (arc != null && arc.arcType == ArcType.MEMBER) {
            return seenFrom(at, arc);
        }
        throw missing(at, owner, arc, label, place, place);
    }

    /** What an alternative sees of the value it is part of: that value with this alternative. */
    private static Vertex seenFrom(Vertex at, Vertex target) {
        Vertex tried = target.tried;
        return tried != null && (at == tried || tried.isAncestorOf(at)) ? tried : target;
    }

    /** Whether a struct that is written in place fails only by what is found late, and not by the field asked for. */
    private static boolean isBeside(Vertex owner, FieldLabel label) {
        Vertex field = owner.arc(label);
        return owner.label.equals(INLINE)
                && Objects.requireNonNull(owner.failure).late()
                && owner.failure.at() != owner
                && field != null
                && field.failure == null;
    }

    private Vertex select(Vertex at, Vertex operand, FieldLabel label, Place labelPlace, Place place) {
        int blocked = evaluator.settle(operand);
        Vertex owner = evaluator.resolved(operand);
        if (owner.state == Vertex.State.DONE && owner.failure != null && !isBeside(owner, label)) {
            throw new Signal.Failed(owner.failure);
        }
        Bottom waiting = owner.state == Vertex.State.DONE ? Conclusion.ownWaiting(owner) : null;
        if (waiting != null) {
            throw new Signal.Failed(waiting);
        }
        Bottom error = owner.finalError();
        if (error != null && !owner.label.equals(INLINE)) {
            throw new Signal.Failed(error);
        }
        Vertex arc = owner.arc(label);
        boolean known = owner.alternatives == null;
        if (known && arc != null && arc.arcType == ArcType.MEMBER) {
            if (blocked > 0 && owner.hasChoices() && owner.tried == null) {
                throw new Signal.Blocked(blocked);
            }
            return seenFrom(at, arc);
        }
        if (error != null) {
            throw new Signal.Failed(error);
        }
        if (blocked > 0 && Prospects.mayGain(owner, label)) {
            throw new Signal.Blocked(blocked);
        }
        if (!known) {
            throw new Signal.Failed(evaluator.computation.notConcrete(owner, place));
        }
        if ((owner.kinds & Kinds.STRUCT) == 0) {
            String what = Kinds.describe(owner.kinds);
            ErrorKind kind = owner.kinds == Kinds.LIST ? ErrorKind.UNDEFINED : ErrorKind.TYPE;
            throw new Signal.Failed(Bottom.fatal(
                    kind, at, place, "cannot select \"" + label.text() + "\" from a value of kind " + what));
        }
        throw missing(at, owner, arc, label, labelPlace, place);
    }

    private Vertex index(Vertex at, Conjunct conjunct, CompiledExpr.Index expr) {
        Vertex operand = operand(at, conjunct, expr.operand());
        Place indexPlace = expr.index().place();
        Operand index = indexValue(at, conjunct, expr);
        Scalar key = index instanceof Operand.Known known ? known.value() : null;
        evaluator.settle(operand);
        Vertex owner = evaluator.resolved(operand);
        boolean list = owner.kinds == Kinds.LIST;
        if (key instanceof Scalar.Str name && !list) {
            return select(at, operand, FieldLabel.regular(name.value()), indexPlace, expr.place());
        }
        if (!(key instanceof Scalar.Num number) || !number.integer() || (owner.kinds & Kinds.LIST) == 0) {
            throw new Signal.Failed(Bottom.fatal(
                            ErrorKind.TYPE,
                            at,
                            expr.place(),
                            key == null
                                    ? "a struct or list cannot be an index"
                                    : "cannot index a value of kind " + Kinds.describe(owner.kinds) + " with " + key)
                    .also(indexPlace));
        }
        return element(at, operand, number, expr);
    }

    /** The value of an index; a type that is no type of indexes is refused at once. */
    private Operand indexValue(Vertex at, Conjunct conjunct, CompiledExpr.Index expr) {
        try {
            return evaluator.computation.compute(at, conjunct, expr.index());
        } catch (Signal.Failed failed) {
            if (!isReference(expr.index()) || failed.bottom.kind() != ErrorKind.INCOMPLETE) {
                throw failed;
            }
            Vertex v = evaluator.resolved(resolve(at, conjunct, expr.index()));
            boolean known = v.state != Vertex.State.OPEN
                    && v.alternatives == null
                    && v.tasks().isEmpty();
            if (!known || v.kinds == Kinds.INT || v.kinds == Kinds.NUMBER || v.kinds == Kinds.STRING) {
                throw failed;
            }
            throw new Signal.Failed(
                    Bottom.fatal(ErrorKind.TYPE, at, expr.place(), Descriptions.of(v) + " cannot be an index")
                            .also(expr.index().place()));
        }
    }

    private Vertex element(Vertex at, Vertex operand, Scalar.Num index, CompiledExpr.Index expr) {
        int blocked = evaluator.settle(operand);
        Vertex owner = evaluator.resolved(operand);
        Place place = expr.index().place();
        if (owner.state == Vertex.State.DONE && owner.failure != null) {
            throw new Signal.Failed(owner.failure);
        }
        if (index.value().signum() < 0) {
            throw new Signal.Failed(Bottom.fatal(ErrorKind.UNDEFINED, at, place, "index " + index + " is negative"));
        }
        boolean small = index.value().precision() - index.value().scale() < 10;
        Vertex element = small ? owner.arc(FieldLabel.element(index.value().intValueExact())) : null;
        if (element != null) {
            return seenFrom(at, element);
        }
        if (blocked > 0) {
            throw new Signal.Blocked(blocked);
        }
        if (owner.kinds != Kinds.LIST) {
            throw new Signal.Failed(evaluator.computation.notConcrete(owner, expr.place()));
        }
        boolean open = owner.length < 0;
        if (open) {
            waitFor(owner);
        }
        throw new Signal.Failed(Bottom.of(
                ErrorKind.UNDEFINED,
                open,
                at,
                place,
                "index " + index + " is out of range, the list has " + owner.elements() + " elements"));
    }

    private void waitFor(Vertex owner) {
        if (owner.settling > 0 && !owner.frozen) {
            throw new Signal.Blocked(owner.settling);
        }
        int above = evaluator.unsettledAbove(owner);
        if (above > 0) {
            throw new Signal.Blocked(above);
        }
    }

    private Signal missing(
            Vertex at, Vertex owner, @Nullable Vertex arc, FieldLabel label, Place labelPlace, Place place) {
        if (Prospects.mayGain(owner, label)) {
            waitFor(owner);
        }
        Bottom waiting = Conclusion.ownWaiting(owner);
        if (waiting != null && owner != at) {
            return new Signal.Failed(waiting);
        }
        if (arc != null && arc.arcType == ArcType.REQUIRED) {
            return new Signal.Failed(Bottom.of(
                            ErrorKind.REQUIRED,
                            true,
                            at,
                            place,
                            "field \"" + label.text() + "\" is required but not present")
                    .also(arc.labelPlaces().get(0)));
        }
        if (arc != null) {
            return new Signal.Failed(Bottom.of(
                    ErrorKind.INCOMPLETE,
                    true,
                    at,
                    labelPlace,
                    "field \"" + label.text() + "\" is optional and not present"));
        }
        boolean open = owner.kinds != Kinds.STRUCT || !label.isField() || !Closedness.refusesMore(owner);
        Bottom bottom =
                Bottom.of(ErrorKind.UNDEFINED, open, at, labelPlace, "there is no field \"" + label.text() + "\"");
        List<String> known = owner.labels().stream()
                .filter(l -> l.sort() == label.sort())
                .map(FieldLabel::text)
                .toList();
        return new Signal.Failed(
                NearName.question(label.text(), known).map(bottom::help).orElse(bottom));
    }
}
