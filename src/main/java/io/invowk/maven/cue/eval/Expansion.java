// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Operator;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Takes a conjunct into its vertex: what is plain at once, what needs other values as a task. */
final class Expansion {
    private final Evaluator evaluator;

    Expansion(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    void expand(Vertex vertex, Conjunct conjunct) {
        boolean met = vertex.data && !conjunct.trail().isData();
        Conjunct taken = met && isLiteral(conjunct.expr())
                ? conjunct.with(conjunct.trail().anew(vertex))
                : conjunct;
        taken.expr().accept(new Step(vertex, taken));
    }

    static boolean isLiteral(CompiledExpr expr) {
        return expr instanceof CompiledExpr.StructLiteral || expr instanceof CompiledExpr.ListLiteral;
    }

    /** Whether an expression says what must be there; literals with constraints and optional fields only do not. */
    static boolean isStructural(CompiledExpr expr) {
        if (expr instanceof CompiledExpr.ListLiteral list) {
            return !list.items().isEmpty();
        }
        if (!(expr instanceof CompiledExpr.StructLiteral struct)) {
            return true;
        }
        return struct.decls().stream().anyMatch(Expansion::brings);
    }

    private static boolean brings(CompiledDecl decl) {
        if (decl instanceof CompiledDecl.Field field) {
            return field.arcType() != ArcType.OPTIONAL;
        }
        if (decl instanceof CompiledDecl.Dynamic field) {
            return field.arcType() != ArcType.OPTIONAL;
        }
        return decl instanceof CompiledDecl.Embedding || decl instanceof CompiledDecl.Comprehension;
    }

    /** One conjunct at one vertex. */
    private final class Step implements CompiledExpr.Visitor<Void> {
        private final Vertex vertex;
        private final Conjunct conjunct;

        Step(Vertex vertex, Conjunct conjunct) {
            this.vertex = vertex;
            this.conjunct = conjunct;
        }

        private Void done() {
            return null;
        }

        private Void task(Task.Action action) {
            vertex.addTask(new Task(conjunct, false, action));
            return done();
        }

        private Void computed() {
            return task((at, c) -> {
                Operand value = evaluator.computation.compute(at, c, c.expr());
                if (value instanceof Operand.Known known) {
                    Arcs.setScalar(at, known.value(), c.expr().place(), c.via());
                } else if (value instanceof Operand.Composite composite) {
                    evaluator.references.takeOver(
                            at, c, composite.vertex(), c.expr().place(), false);
                }
            });
        }

        private Void reference() {
            vertex.addTask(new Task(conjunct, true, evaluator.references::follow));
            return done();
        }

        private void narrow(int kinds, String text) {
            Arcs.narrow(vertex, new Contribution(kinds, text, conjunct.expr().place(), conjunct.via()));
        }

        @Override
        public Void onTop(CompiledExpr.Top expr) {
            vertex.embedsTop |= conjunct.close().scope() != null;
            return done();
        }

        @Override
        public Void onBottom(CompiledExpr.Bottom expr) {
            vertex.addError(Bottom.fatal(ErrorKind.USER, vertex, expr.place(), "explicit error (_|_)"));
            return done();
        }

        @Override
        public Void onLiteral(CompiledExpr.Literal expr) {
            Arcs.setScalar(vertex, expr.value(), expr.place(), conjunct.via());
            return done();
        }

        @Override
        public Void onType(CompiledExpr.Type expr) {
            narrow(expr.kinds(), expr.name());
            expr.low().ifPresent(low -> limit(expr, Operator.GREATER_EQUAL, low));
            expr.high().ifPresent(high -> limit(expr, Operator.LESS_EQUAL, high));
            return done();
        }

        private void limit(CompiledExpr.Type expr, Operator op, BigDecimal value) {
            vertex.addConstraint(new Constraint(op, new Scalar.Num(value, true), expr.place(), conjunct.via()));
        }

        @Override
        public Void onBound(CompiledExpr.Bound expr) {
            if (expr.operand() instanceof CompiledExpr.Literal literal) {
                bound(vertex, conjunct, expr, literal.value());
                return done();
            }
            return task((at, c) -> {
                Operand limit = limit(at, c, expr);
                if (!(limit instanceof Operand.Known known)) {
                    boolean equality = expr.op() == Operator.EQUAL || expr.op() == Operator.NOT_EQUAL;
                    if (equality) {
                        throw evaluator.unsupported(at, expr.place(), "a bound on structs or lists");
                    }
                    throw new Signal.Failed(badLimit(at, expr, "a struct or list"));
                }
                bound(at, c, expr, known.value());
            });
        }

        private Operand limit(Vertex at, Conjunct c, CompiledExpr.Bound expr) {
            if (expr.operand() instanceof CompiledExpr.Type type) {
                throw new Signal.Failed(badLimit(at, expr, "the type " + type.name()));
            }
            return evaluator.computation.compute(at, c, expr.operand());
        }

        private Bottom badLimit(Vertex at, CompiledExpr.Bound expr, String what) {
            return Bottom.fatal(
                    ErrorKind.TYPE,
                    at,
                    expr.place(),
                    what + " cannot be the limit of \"" + expr.op().symbol() + "\"");
        }

        private void bound(Vertex at, Conjunct c, CompiledExpr.Bound expr, Scalar limit) {
            int fit = switch (expr.op()) {
                case EQUAL, NOT_EQUAL -> Kinds.ALL & ~Kinds.BOOL;
                case MATCH, NOT_MATCH -> Kinds.STRING;
                case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> Kinds.NUMBER | Kinds.STRING | Kinds.BYTES;
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, AND, OR, NOT -> Kinds.NONE;
            };
            if ((limit.kind() & fit) == 0) {
                at.addError(badLimit(at, expr, limit.toString()));
                return;
            }
            Constraint constraint = new Constraint(expr.op(), limit, expr.place(), c.via());
            at.addConstraint(constraint);
            Arcs.narrow(at, Contribution.of(constraint));
        }

        @Override
        public Void onInterpolation(CompiledExpr.Interpolation expr) {
            return computed();
        }

        @Override
        public Void onStructLiteral(CompiledExpr.StructLiteral expr) {
            vertex.ground(conjunct);
            Declarations.expand(evaluator, vertex, conjunct, expr);
            return done();
        }

        @Override
        public Void onListLiteral(CompiledExpr.ListLiteral expr) {
            vertex.ground(conjunct);
            narrow(Kinds.LIST, "list");
            for (CompiledDecl.ListItem item : expr.items()) {
                if (item instanceof CompiledDecl.Comprehension) {
                    return task((at, c) -> elements(at, c, expr));
                }
            }
            elements(vertex, conjunct, expr);
            return done();
        }

        private void elements(Vertex at, Conjunct c, CompiledExpr.ListLiteral expr) {
            CloseInfo close = c.close().forFields();
            List<Conjunct> elements = new ArrayList<>(expr.items().size());
            for (CompiledDecl.ListItem item : expr.items()) {
                if (item instanceof CompiledExpr element) {
                    elements.add(new Conjunct(c.env(), element, close, c.trail(), c.via()));
                } else if (item instanceof CompiledDecl.Comprehension comprehension) {
                    for (Environment env : new Comprehensions(evaluator, at, c).yields(comprehension)) {
                        elements.add(new Conjunct(env, comprehension.body(), close, c.trail(), c.via()));
                    }
                }
            }
            for (int i = 0; i < elements.size(); i++) {
                int known = Arcs.add(at, FieldLabel.element(i), ArcType.MEMBER, elements.get(i), null);
                evaluator.limits.countValues(at, known);
            }
            length(at, expr, elements.size());
            if (expr.rest() != null) {
                Conjunct rest = new Conjunct(c.env(), expr.rest(), close, c.trail(), c.via());
                Arcs.addRest(at, new Rest(elements.size(), rest));
            }
        }

        private void length(Vertex at, CompiledExpr.ListLiteral expr, int size) {
            boolean fixed = at.length >= 0;
            int other = fixed ? at.length : at.leastLength;
            boolean wrong = expr.open() ? fixed && size > other : fixed ? size != other : size < other;
            if (wrong) {
                Bottom bottom = Bottom.fatal(
                        ErrorKind.CONFLICT,
                        at,
                        expr.place(),
                        "lists of lengths " + other + " and " + size + " conflict");
                at.addError(at.lengthPlace == null ? bottom : bottom.also(at.lengthPlace));
            }
            at.leastLength = Math.max(at.leastLength, size);
            if (!expr.open() && at.length < 0) {
                at.length = size;
            }
            if (at.lengthPlace == null || !expr.open()) {
                at.lengthPlace = expr.place();
            }
        }

        @Override
        public Void onFieldReference(CompiledExpr.FieldReference expr) {
            return ScalarDefinitions.take(evaluator, vertex, conjunct, expr) ? done() : reference();
        }

        @Override
        public Void onMatchedReference(CompiledExpr.MatchedReference expr) {
            return reference();
        }

        @Override
        public Void onAliased(CompiledExpr.Aliased expr) {
            expand(
                    vertex,
                    conjunct.with(new Environment(conjunct.env(), vertex)).with(expr.value()));
            return done();
        }

        @Override
        public Void onSelfReference(CompiledExpr.SelfReference expr) {
            return reference();
        }

        @Override
        public Void onLabelReference(CompiledExpr.LabelReference expr) {
            return computed();
        }

        @Override
        public Void onDynamicReference(CompiledExpr.DynamicReference expr) {
            return reference();
        }

        @Override
        public Void onLetReference(CompiledExpr.LetReference expr) {
            return reference();
        }

        @Override
        public Void onFunction(CompiledExpr.Function expr) {
            Arcs.setScalar(vertex, new Scalar.Callable("", expr.name()), expr.place(), conjunct.via());
            return done();
        }

        @Override
        public Void onPackageMember(CompiledExpr.PackageMember expr) {
            try {
                evaluator.library.expand(vertex, conjunct, expr);
            } catch (Signal.Failed failed) {
                vertex.addError(failed.bottom);
            }
            return done();
        }

        @Override
        public Void onSelector(CompiledExpr.Selector expr) {
            return reference();
        }

        @Override
        public Void onIndex(CompiledExpr.Index expr) {
            return reference();
        }

        @Override
        public Void onSlice(CompiledExpr.Slice expr) {
            return computed();
        }

        @Override
        public Void onCall(CompiledExpr.Call expr) {
            CompiledExpr callee = Functions.callee(expr);
            if (callee instanceof CompiledExpr.PackageMember member) {
                return evaluator.library.constrain(vertex, conjunct, expr, member) ? done() : computed();
            }
            if (!(callee instanceof CompiledExpr.Function function)) {
                return task((at, c) -> at.push(c.with(Functions.direct(evaluator, at, c, expr))));
            }
            return switch (function.name()) {
                case "close" -> task((at, c) -> Functions.close(evaluator, at, c, expr));
                case "and" -> task((at, c) -> Functions.and(evaluator, at, c, expr));
                case "or" -> task((at, c) -> Functions.or(evaluator, at, c, expr));
                case "matchN" -> matching(expr, 2);
                case "matchIf" -> matching(expr, 3);
                default -> computed();
            };
        }

        private Void matching(CompiledExpr.Call expr, int arguments) {
            if (expr.arguments().size() != arguments) {
                return computed();
            }
            Matching.constrain(evaluator, vertex, conjunct, expr);
            return done();
        }

        @Override
        public Void onUnary(CompiledExpr.Unary expr) {
            return computed();
        }

        @Override
        public Void onBinary(CompiledExpr.Binary expr) {
            return computed();
        }

        @Override
        public Void onUnification(CompiledExpr.Unification expr) {
            CloseInfo close = conjunct.close().indirect();
            expand(vertex, conjunct.with(close).with(expr.left()));
            expand(vertex, conjunct.with(close).with(expr.right()));
            return done();
        }

        @Override
        public Void onDisjunction(CompiledExpr.Disjunction expr) {
            vertex.addChoice(conjunct);
            return done();
        }
    }
}
