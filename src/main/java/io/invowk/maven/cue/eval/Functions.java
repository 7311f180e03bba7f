// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The predeclared functions that work on vertices: {@code close}, {@code and}, {@code or}. */
final class Functions {
    private Functions() {}

    /** What is called; the name of a let stands for its value. */
    static CompiledExpr callee(CompiledExpr.Call call) {
        CompiledExpr callee = call.callee();
        while (callee instanceof CompiledExpr.LetReference reference) {
            callee = reference.binding().value();
        }
        return callee;
    }

    /** The same call with the function itself in place of what stands for it. */
    static CompiledExpr.Call direct(Evaluator evaluator, Vertex at, Conjunct conjunct, CompiledExpr.Call call) {
        CompiledExpr callee = callee(call);
        if (callee instanceof CompiledExpr.Function || callee instanceof CompiledExpr.PackageMember) {
            return call;
        }
        Bottom wrong = Bottom.fatal(ErrorKind.TYPE, at, call.place(), "what is called is not a function");
        Operand operand = evaluator.computation.compute(at, conjunct, call.callee(), Kinds.FUNCTION, wrong);
        if (!(operand instanceof Operand.Known known) || !(known.value() instanceof Scalar.Callable callable)) {
            throw new Signal.Failed(wrong);
        }
        CompiledExpr function = callable.path().isEmpty()
                ? new CompiledExpr.Function(callee.place(), callable.name())
                : new CompiledExpr.PackageMember(callee.place(), callable.path(), Optional.of(callable.name()));
        return new CompiledExpr.Call(call.place(), function, call.arguments());
    }

    static void checkCount(Vertex at, CompiledExpr.Call call, String name, int count) {
        if (call.arguments().size() != count) {
            throw new Signal.Failed(Bottom.fatal(
                    ErrorKind.TYPE,
                    at,
                    call.place(),
                    "\"" + name + "\" takes " + count + " arguments, not "
                            + call.arguments().size()));
        }
    }

    static void close(Evaluator evaluator, Vertex at, Conjunct conjunct, CompiledExpr.Call call) {
        checkCount(at, call, "close", 1);
        CompiledExpr argument = call.arguments().get(0);
        Operand operand = evaluator.computation.compute(at, conjunct, argument);
        boolean struct = operand instanceof Operand.Composite composite && composite.vertex().kinds == Kinds.STRUCT;
        if (!struct) {
            throw new Signal.Failed(
                    Bottom.fatal(ErrorKind.TYPE, at, argument.place(), "the argument of \"close\" must be a struct"));
        }
        CloseInfo.Scope scope = conjunct.close().scope();
        CloseInfo close = conjunct.close();
        if (scope == null || !scope.direct()) {
            Group group = new Group();
            Closedness.require(at, Requirement.of(group, false, close));
            close = close.with(group);
        }
        if (scope != null) {
            Closedness.activate(at, scope, false);
        }
        at.push(conjunct.with(argument).with(close.indirect()));
    }

    static void and(Evaluator evaluator, Vertex at, Conjunct conjunct, CompiledExpr.Call call) {
        Conjunct inside = conjunct.with(conjunct.close().indirect());
        for (Vertex element : elements(evaluator, at, conjunct, call, "and")) {
            evaluator.references.takeOver(at, inside, element, call.place(), false);
        }
    }

    static void or(Evaluator evaluator, Vertex at, Conjunct conjunct, CompiledExpr.Call call) {
        List<Vertex> elements = elements(evaluator, at, conjunct, call, "or");
        if (elements.isEmpty()) {
            throw new Signal.Failed(Bottom.of(
                    ErrorKind.INCOMPLETE, true, at, call.place(), "\"or\" has no alternatives to choose from"));
        }
        Vertex scope = new Vertex(at, FieldLabel.variable("or"));
        List<CompiledExpr.Alternative> alternatives = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            FieldLabel label = FieldLabel.element(i);
            scope.putArc(label, elements.get(i));
            alternatives.add(
                    new CompiledExpr.Alternative(false, new CompiledExpr.FieldReference(call.place(), 0, label)));
        }
        CompiledExpr disjunction = new CompiledExpr.Disjunction(call.place(), alternatives, false);
        at.push(conjunct.with(new Environment(null, scope)).with(disjunction));
    }

    private static List<Vertex> elements(
            Evaluator evaluator, Vertex at, Conjunct conjunct, CompiledExpr.Call call, String name) {
        checkCount(at, call, name, 1);
        CompiledExpr argument = call.arguments().get(0);
        Operand operand = evaluator.computation.compute(at, conjunct, argument);
        if (!(operand instanceof Operand.Composite composite) || composite.vertex().kinds != Kinds.LIST) {
            throw new Signal.Failed(Bottom.fatal(
                    ErrorKind.TYPE, at, argument.place(), "the argument of \"" + name + "\" must be a list"));
        }
        Vertex list = composite.vertex();
        evaluator.computation.demandFields(at, list, argument.place());
        List<Vertex> elements = new ArrayList<>();
        for (int i = 0; i < list.elements(); i++) {
            Vertex element = list.arc(FieldLabel.element(i));
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }
}
