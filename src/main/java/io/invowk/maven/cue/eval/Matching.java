// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints {@code matchN} and {@code matchIf}: whether a value fits schemas that do not become part of it. */
final class Matching {
    /** How a value and a schema go together. */
    private enum Fit {
        YES,
        NO,
        /** No, but a field that is required and missing could change that. */
        NOT_YET
    }

    /** One outcome, with the reason against a fit. */
    private record Outcome(Fit fit, @Nullable Bottom reason) {}

    private final Evaluator evaluator;
    private final Vertex vertex;
    private final Validator validator;
    private final CompiledExpr.Call call;

    private Matching(Evaluator evaluator, Vertex vertex, Validator validator) {
        this.evaluator = evaluator;
        this.vertex = vertex;
        this.validator = validator;
        this.call = (CompiledExpr.Call) validator.expr();
    }

    /** Adds a call as a constraint. */
    static void constrain(Evaluator evaluator, Vertex vertex, Conjunct conjunct, CompiledExpr.Call call) {
        boolean counts = call.arguments().size() == 2;
        vertex.ground(conjunct);
        vertex.addValidator(new Validator(
                conjunct.with(call), Kinds.ALL & ~Kinds.FUNCTION, counts ? "matchN" : "matchIf", (v, asked) -> {
                    Matching matching = new Matching(evaluator, v, asked);
                    if (counts) {
                        matching.count();
                    } else {
                        matching.branch();
                    }
                }));
    }

    /** The error for a call that is no constraint. */
    static Signal misplaced(Evaluator evaluator, Vertex at, CompiledExpr.Call call, String name) {
        int constraint = name.equals("matchN") ? 2 : 3;
        int count = call.arguments().size();
        if (count == constraint + 1) {
            return evaluator.unsupported(at, call.place(), "\"" + name + "\" with the value to check");
        }
        return new Signal.Failed(Bottom.fatal(
                ErrorKind.TYPE,
                at,
                call.place(),
                count == constraint
                        ? "\"" + name + "\" is a constraint, which has no value"
                        : "\"" + name + "\" takes " + constraint + " arguments, not " + count));
    }

    private void count() {
        Operand operand = evaluator.computation.compute(
                vertex, validator.conjunct(), call.arguments().get(1));
        if (!(operand instanceof Operand.Composite composite) || composite.vertex().kinds != Kinds.LIST) {
            throw new Signal.Failed(Bottom.fatal(
                    ErrorKind.TYPE, vertex, call.arguments().get(1).place(), "\"matchN\" takes a list of schemas"));
        }
        Vertex list = composite.vertex();
        evaluator.computation.demandFields(vertex, list, call.place());
        int sure = 0;
        int possible = 0;
        List<Bottom> reasons = new ArrayList<>();
        for (int i = 0; i < list.elements(); i++) {
            Vertex schema = list.arc(FieldLabel.element(i));
            if (schema == null) {
                continue;
            }
            Outcome outcome = fit(schema);
            sure += outcome.fit() == Fit.YES ? 1 : 0;
            possible += outcome.fit() == Fit.NOT_YET ? 1 : 0;
            if (outcome.reason() != null) {
                reasons.add(outcome.reason());
            }
        }
        if (accepts(sure)) {
            return;
        }
        boolean incomplete = false;
        for (int more = 1; more <= possible; more++) {
            incomplete |= accepts(sure + more);
        }
        Bottom bottom = Validators.refused(vertex, validator, incomplete, sure + " of them match");
        for (Bottom reason : sure == 0 ? reasons : List.<Bottom>of()) {
            bottom = bottom.note(reason.message());
        }
        throw new Signal.Failed(bottom);
    }

    private boolean accepts(int count) {
        CompiledExpr number = new CompiledExpr.Literal(call.place(), Scalar.Num.of(count));
        Vertex made = finished(number, call.arguments().get(0));
        return made.failure == null && Conclusion.waiting(made) == null;
    }

    private void branch() {
        Outcome condition = fit(call.arguments().get(0));
        Outcome taken = fit(call.arguments().get(condition.fit() == Fit.YES ? 1 : 2));
        if (taken.fit() == Fit.YES) {
            return;
        }
        boolean incomplete = taken.fit() == Fit.NOT_YET || condition.fit() == Fit.NOT_YET;
        Bottom reason = taken.reason();
        throw new Signal.Failed(
                Validators.refused(vertex, validator, incomplete, reason == null ? "" : reason.message()));
    }

    private Outcome fit(CompiledExpr schema) {
        return outcome(finished(Literals.of(evaluator, vertex, call.place()), schema));
    }

    private Outcome fit(Vertex schema) {
        Vertex made = made(Literals.of(evaluator, vertex, call.place()));
        try {
            evaluator.references.takeOver(made, asked(), schema, call.place(), false);
        } catch (Signal.Failed failed) {
            return new Outcome(Fit.NO, failed.bottom);
        }
        finish(made);
        return outcome(made);
    }

    private Conjunct asked() {
        return validator.conjunct().with(CloseInfo.NONE);
    }

    private Vertex made(CompiledExpr literal) {
        Vertex made = new Vertex(vertex, FieldLabel.variable("match"));
        made.add(asked().with(literal).with(asked().trail().constraining()));
        return made;
    }

    private Vertex finished(CompiledExpr literal, CompiledExpr schema) {
        Vertex made = made(literal);
        made.add(asked().with(schema));
        finish(made);
        return made;
    }

    private void finish(Vertex made) {
        int blocked = evaluator.finish(made);
        if (blocked > 0) {
            throw new Signal.Blocked(blocked);
        }
    }

    private Outcome outcome(Vertex made) {
        if (made.failure != null) {
            return new Outcome(Fit.NO, made.failure);
        }
        Bottom waiting = Conclusion.waiting(made);
        if (waiting != null && waiting.kind() == ErrorKind.REQUIRED) {
            return new Outcome(Fit.NOT_YET, waiting);
        }
        Bottom missing = missing(made);
        return missing == null ? new Outcome(Fit.YES, null) : new Outcome(Fit.NOT_YET, missing);
    }

    private @Nullable Bottom missing(Vertex made) {
        Vertex v = evaluator.resolved(made);
        if (v.alternatives != null) {
            return null;
        }
        for (Vertex field : v.demanded()) {
            if (field.arcType == ArcType.REQUIRED) {
                return Bottom.of(
                        ErrorKind.REQUIRED,
                        true,
                        field,
                        null,
                        "field \"" + field.label.text() + "\" is required but not present");
            }
            if (field.arcType == ArcType.MEMBER && field.label.isRegular()) {
                Bottom below = missing(field);
                if (below != null) {
                    return below;
                }
            }
        }
        return null;
    }
}
