// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.builtin.Arguments;
import io.invowk.maven.cue.builtin.CallException;
import io.invowk.maven.cue.builtin.Element;
import io.invowk.maven.cue.builtin.Member;
import io.invowk.maven.cue.builtin.Parameter;
import io.invowk.maven.cue.builtin.StandardLibrary;
import io.invowk.maven.cue.builtin.StandardPackage;
import io.invowk.maven.cue.builtin.Values;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.cue.value.Origin;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What CUE's own packages contribute: constants, results of calls, constraints. */
final class LibraryCalls {
    private final Evaluator evaluator;
    private final Map<String, StandardPackage> packages = new HashMap<>();

    LibraryCalls(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * What an expression names.
     *
     * @param called whether it is called, which makes a missing member a final error
     */
    private Member member(Vertex at, CompiledExpr.PackageMember expr, boolean called) {
        String name = expr.member().orElse("");
        if (name.isEmpty()) {
            throw new Signal.Failed(
                    Bottom.fatal(ErrorKind.TYPE, at, expr.place(), "a package is not a value; select from it"));
        }
        StandardPackage found = packages.get(expr.path());
        if (found == null) {
            found = StandardLibrary.find(expr.path()).orElse(null);
            if (found == null) {
                throw evaluator.unsupported(at, expr.place(), "package \"" + expr.path() + "\"");
            }
            packages.put(expr.path(), found);
        }
        Optional<Member> member = found.member(name);
        if (member.isPresent()) {
            return member.get();
        }
        Bottom missing = Bottom.of(
                ErrorKind.UNDEFINED,
                !called,
                at,
                expr.place(),
                "package \"" + expr.path() + "\" has no member \"" + name + "\"");
        throw new Signal.Failed(
                NearName.question(name, found.names()).map(missing::help).orElse(missing));
    }

    /** Takes a member that is not called into a vertex. */
    void expand(Vertex vertex, Conjunct conjunct, CompiledExpr.PackageMember expr) {
        Member member = member(vertex, expr, false);
        if (member instanceof Member.Constant constant) {
            Value value = constant.value(new Values(new Origin(expr.place(), List.of())));
            vertex.push(conjunct.with(Literals.of(value, expr.place())));
        } else if (member instanceof Member.Comparer comparer) {
            vertex.push(conjunct.with(Literals.comparer(comparer.order(), expr.place())));
        } else if (member instanceof Member.Function function
                && function.check()
                && function.parameters().size() == 1) {
            add(vertex, conjunct, function, expr, List.of());
        } else {
            Arcs.setScalar(
                    vertex, new Scalar.Callable(expr.path(), expr.member().orElse("")), expr.place(), conjunct.via());
        }
    }

    /** Adds a call that leaves out the checked argument as a constraint; false if it is none. */
    boolean constrain(Vertex vertex, Conjunct conjunct, CompiledExpr.Call call, CompiledExpr.PackageMember callee) {
        Member member;
        try {
            member = member(vertex, callee, true);
        } catch (Signal.Failed failed) {
            vertex.addError(failed.bottom);
            return true;
        }
        boolean constraint = member instanceof Member.Function function
                && function.check()
                && call.arguments().size() == function.parameters().size() - 1;
        if (constraint) {
            add(vertex, conjunct.with(call), (Member.Function) member, callee, call.arguments());
        }
        return constraint;
    }

    private void add(
            Vertex vertex,
            Conjunct conjunct,
            Member.Function function,
            CompiledExpr.PackageMember callee,
            List<CompiledExpr> arguments) {
        int kinds = kinds(function.parameters().get(function.checked()));
        String text = callee.path() + "." + function.name();
        Validator validator =
                new Validator(conjunct, kinds, text, (v, asked) -> test(v, asked, function, text, arguments));
        if ((kinds & (Kinds.LIST | Kinds.STRUCT)) == 0) {
            Arcs.narrow(vertex, new Contribution(kinds, text, conjunct.expr().place(), conjunct.via()));
        }
        vertex.ground(conjunct);
        vertex.addValidator(validator);
    }

    private void test(
            Vertex vertex, Validator validator, Member.Function function, String text, List<CompiledExpr> arguments) {
        List<Object> all = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < function.parameters().size(); i++) {
            Parameter parameter = function.parameters().get(i);
            if (i == function.checked()) {
                all.add(checked(vertex, parameter, validator.place()));
            } else {
                all.add(argument(vertex, validator.conjunct(), arguments.get(next), parameter, text, vertex.data));
                next++;
            }
        }
        try {
            Value result = function.call(new Arguments(all, new Origin(validator.place(), List.of())));
            if (result instanceof Value.Bool bool && !bool.value()) {
                throw new Signal.Failed(Validators.refused(vertex, validator, false, ""));
            }
        } catch (CallException e) {
            if (e.kind() == ErrorKind.UNSUPPORTED) {
                throw evaluator.unsupported(vertex, validator.place(), e.reason());
            }
            throw new Signal.Failed(Validators.refused(vertex, validator, e.isIncomplete(), e.reason()));
        }
    }

    private Object checked(Vertex vertex, Parameter parameter, Place place) {
        if (parameter == Parameter.LIST_SHAPE || parameter == Parameter.STRUCT_SHAPE) {
            return new VertexShape(evaluator, vertex, place);
        }
        return vertex.scalar == null
                ? exported(vertex, place)
                : Exporter.scalar(vertex.scalar, new Origin(place, List.of()));
    }

    /** The concrete value of a vertex of which everything is known. */
    private Value exported(Vertex vertex, Place place) {
        Exporter exporter = new Exporter(evaluator);
        Value value = exporter.export(vertex, place);
        if (!exporter.incomplete().isEmpty()) {
            throw new Signal.Failed(exporter.incomplete().get(0));
        }
        return value;
    }

    /** The result of a call. */
    Operand call(Vertex at, Conjunct conjunct, CompiledExpr.Call call, CompiledExpr.PackageMember callee) {
        String text = callee.path() + "." + callee.member().orElse("");
        Member member = member(at, callee, true);
        if (member instanceof Member.Rearrangement rearrangement) {
            checkCount(at, call, text, rearrangement.parameters().size(), 0, false);
            List<Object> all = arguments(at, conjunct, call, rearrangement.parameters(), text);
            List<Element> elements = result(at, call, text, all, rearrangement::call);
            return new ElementList(evaluator, at, call.place()).make(conjunct, elements);
        }
        if (!(member instanceof Member.Function function)) {
            throw new Signal.Failed(
                    Bottom.fatal(ErrorKind.TYPE, at, call.place(), "\"" + text + "\" is not a function"));
        }
        checkCount(at, call, text, function.parameters().size(), function.optional(), function.check());
        List<Object> all = arguments(at, conjunct, call, function.parameters(), text);
        return operand(at, conjunct, call, result(at, call, text, all, function::call));
    }

    private static void checkCount(
            Vertex at, CompiledExpr.Call call, String text, int most, int optional, boolean check) {
        int count = call.arguments().size();
        if (count > most || count < most - optional) {
            boolean constraint = check && count == most - 1;
            throw new Signal.Failed(Bottom.fatal(
                    ErrorKind.TYPE,
                    at,
                    call.place(),
                    constraint
                            ? "\"" + text + "\" without the value to check is a constraint, which has no value"
                            : "\"" + text + "\" takes " + most + " arguments, not " + count));
        }
    }

    private List<Object> arguments(
            Vertex at, Conjunct conjunct, CompiledExpr.Call call, List<Parameter> parameters, String text) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            all.add(argument(at, conjunct, call.arguments().get(i), parameters.get(i), text, false));
        }
        return all;
    }

    private <T> T result(
            Vertex at, CompiledExpr.Call call, String text, List<Object> all, Function<Arguments, T> function) {
        try {
            return function.apply(new Arguments(all, new Origin(call.place(), List.of())));
        } catch (CallException e) {
            if (e.kind() == ErrorKind.UNSUPPORTED) {
                throw evaluator.unsupported(at, call.place(), e.reason());
            }
            Bottom bottom = Bottom.of(e.kind(), e.isIncomplete(), at, call.place(), text + ": " + e.reason());
            for (CompiledExpr argument : call.arguments()) {
                bottom = bottom.also(argument.place());
            }
            throw new Signal.Failed(bottom);
        }
    }

    private Operand operand(Vertex at, Conjunct conjunct, CompiledExpr.Call call, Value result) {
        if (result instanceof Value.ListValue list) {
            evaluator.limits.countValues(at, list.elements().size());
        }
        CompiledExpr literal = Literals.of(result, call.place());
        if (literal instanceof CompiledExpr.Literal scalar) {
            return new Operand.Known(scalar.value(), call.place());
        }
        Vertex made = new Vertex(at, io.invowk.maven.cue.compile.FieldLabel.variable("result"));
        made.add(conjunct.with(CloseInfo.NONE).with(literal));
        return evaluator.computation.read(at, made, call.place());
    }

    private Object argument(
            Vertex at, Conjunct conjunct, CompiledExpr expr, Parameter parameter, String function, boolean data) {
        if (parameter == Parameter.SCHEMA) {
            return new SchemaArgument(
                    evaluator, at, conjunct.with(CloseInfo.NONE).with(expr), data);
        }
        int kinds = kinds(parameter);
        if (expr instanceof CompiledExpr.Literal literal && (literal.value().kind() & kinds) != 0) {
            return Exporter.scalar(literal.value(), new Origin(expr.place(), List.of()));
        }
        Bottom wrong = Bottom.fatal(
                ErrorKind.TYPE, at, expr.place(), "\"" + function + "\" takes " + Kinds.describe(kinds) + " here");
        Operand operand = evaluator.computation.compute(at, conjunct, expr, kinds, wrong);
        if (operand instanceof Operand.Known known) {
            if ((known.value().kind() & kinds) == 0) {
                throw new Signal.Failed(wrong.also(known.place()));
            }
            return Exporter.scalar(known.value(), new Origin(known.place(), List.of()));
        }
        Vertex vertex = ((Operand.Composite) operand).vertex();
        if ((vertex.kinds & kinds) == 0) {
            throw new Signal.Failed(wrong);
        }
        if (parameter == Parameter.ELEMENTS) {
            return new ElementList(evaluator, at, expr.place()).of(vertex);
        }
        if (parameter == Parameter.LIST_SHAPE || parameter == Parameter.STRUCT_SHAPE) {
            evaluator.computation.demandFields(at, vertex, expr.place());
            return new VertexShape(evaluator, vertex, expr.place());
        }
        evaluator.computation.demandAll(at, vertex, expr.place());
        return exported(vertex, expr.place());
    }

    private static int kinds(Parameter parameter) {
        return switch (parameter) {
            case ANY, SCHEMA -> Kinds.ALL & ~Kinds.FUNCTION;
            case BOOL -> Kinds.BOOL;
            case INT -> Kinds.INT;
            case NUMBER -> Kinds.NUMBER;
            case STRING -> Kinds.STRING;
            case DATA -> Kinds.STRING | Kinds.BYTES;
            case LIST, LIST_SHAPE, ELEMENTS -> Kinds.LIST;
            case STRUCT, STRUCT_SHAPE -> Kinds.STRUCT;
            case ADDRESS -> Kinds.STRING | Kinds.BYTES | Kinds.LIST;
            case STRING_OR_INT -> Kinds.STRING | Kinds.INT;
        };
    }
}
