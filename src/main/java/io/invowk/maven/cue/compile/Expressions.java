// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import io.invowk.maven.cue.syntax.BinaryOp;
import io.invowk.maven.cue.syntax.Expr;
import io.invowk.maven.cue.syntax.UnaryOp;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles expressions; scopes and declarations are the compiler's. */
final class Expressions implements Expr.Visitor<CompiledExpr> {
    private final Compiler compiler;

    Expressions(Compiler compiler) {
        this.compiler = compiler;
    }

    private CompiledExpr compile(Expr expr) {
        return expr.accept(this);
    }

    private Place place(Expr expr) {
        return compiler.place(expr.span());
    }

    @Override
    public CompiledExpr onTop(Expr.Top expr) {
        return new CompiledExpr.Top(place(expr));
    }

    @Override
    public CompiledExpr onBottom(Expr.Bottom expr) {
        return new CompiledExpr.Bottom(place(expr));
    }

    @Override
    public CompiledExpr onNull(Expr.Null expr) {
        return new CompiledExpr.Literal(place(expr), new Scalar.Null());
    }

    @Override
    public CompiledExpr onBool(Expr.Bool expr) {
        return new CompiledExpr.Literal(place(expr), new Scalar.Bool(expr.value()));
    }

    @Override
    public CompiledExpr onNum(Expr.Num expr) {
        return new CompiledExpr.Literal(place(expr), new Scalar.Num(expr.value(), expr.isInt()));
    }

    @Override
    public CompiledExpr onStr(Expr.Str expr) {
        return new CompiledExpr.Literal(place(expr), new Scalar.Str(expr.value()));
    }

    @Override
    public CompiledExpr onBytes(Expr.Bytes expr) {
        return new CompiledExpr.Literal(place(expr), bytes(expr.value()));
    }

    private static Scalar bytes(List<Byte> list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i);
        }
        return new Scalar.Bytes(bytes);
    }

    @Override
    public CompiledExpr onStringInterpolation(Expr.StringInterpolation expr) {
        List<Scalar> texts = new ArrayList<>();
        expr.texts().forEach(text -> texts.add(new Scalar.Str(text)));
        return new CompiledExpr.Interpolation(place(expr), texts, all(expr.exprs()), false);
    }

    @Override
    public CompiledExpr onBytesInterpolation(Expr.BytesInterpolation expr) {
        List<Scalar> texts = new ArrayList<>();
        expr.texts().forEach(text -> texts.add(bytes(text)));
        return new CompiledExpr.Interpolation(place(expr), texts, all(expr.exprs()), true);
    }

    private List<CompiledExpr> all(List<Expr> exprs) {
        return exprs.stream().map(this::compile).toList();
    }

    @Override
    public CompiledExpr onIdentifier(Expr.Identifier expr) {
        return compiler.identifier(place(expr), expr.name());
    }

    @Override
    public CompiledExpr onStructLiteral(Expr.StructLiteral expr) {
        return compiler.struct(expr.span(), expr.decls());
    }

    @Override
    public CompiledExpr onListLiteral(Expr.ListLiteral expr) {
        return compiler.list(expr);
    }

    @Override
    public CompiledExpr onParenthesized(Expr.Parenthesized expr) {
        return compile(expr.inner());
    }

    @Override
    public CompiledExpr onSelector(Expr.Selector expr) {
        CompiledExpr operand = compile(expr.operand());
        String name = Compiler.normal(expr.name().text());
        if (operand instanceof CompiledExpr.PackageMember member
                && member.member().isEmpty()) {
            return new CompiledExpr.PackageMember(place(expr), member.path(), Optional.of(name));
        }
        FieldLabel label = expr.quoted() ? FieldLabel.regular(name) : FieldLabel.identifier(name);
        return new CompiledExpr.Selector(
                place(expr), operand, label, compiler.place(expr.name().span()));
    }

    @Override
    public CompiledExpr onIndex(Expr.Index expr) {
        CompiledExpr operand = compile(expr.operand());
        CompiledExpr index = compile(expr.index());
        if (operand instanceof CompiledExpr.PackageMember member
                && member.member().isEmpty()
                && index instanceof CompiledExpr.Literal literal
                && literal.value() instanceof Scalar.Str name) {
            return new CompiledExpr.PackageMember(place(expr), member.path(), Optional.of(name.value()));
        }
        return new CompiledExpr.Index(place(expr), operand, index);
    }

    @Override
    public CompiledExpr onSlice(Expr.Slice expr) {
        return new CompiledExpr.Slice(
                place(expr),
                compile(expr.operand()),
                expr.low().map(this::compile),
                expr.high().map(this::compile));
    }

    @Override
    public CompiledExpr onCall(Expr.Call expr) {
        return new CompiledExpr.Call(place(expr), compile(expr.callee()), all(expr.arguments()));
    }

    @Override
    public CompiledExpr onUnary(Expr.Unary expr) {
        CompiledExpr operand = compile(expr.operand());
        Place at = place(expr);
        return switch (expr.op()) {
            case PLUS -> new CompiledExpr.Unary(at, Operator.ADD, operand);
            case MINUS -> new CompiledExpr.Unary(at, Operator.SUBTRACT, operand);
            case NOT -> new CompiledExpr.Unary(at, Operator.NOT, operand);
            case LESS -> new CompiledExpr.Bound(at, Operator.LESS, operand);
            case LESS_EQUAL -> new CompiledExpr.Bound(at, Operator.LESS_EQUAL, operand);
            case GREATER -> new CompiledExpr.Bound(at, Operator.GREATER, operand);
            case GREATER_EQUAL -> new CompiledExpr.Bound(at, Operator.GREATER_EQUAL, operand);
            case EQUAL -> new CompiledExpr.Bound(at, Operator.EQUAL, operand);
            case NOT_EQUAL -> new CompiledExpr.Bound(at, Operator.NOT_EQUAL, operand);
            case MATCH -> new CompiledExpr.Bound(at, Operator.MATCH, operand);
            case NOT_MATCH -> new CompiledExpr.Bound(at, Operator.NOT_MATCH, operand);
            case MARK -> {
                compiler.error(Diagnostic.at(
                                compiler.place(expr.opSpan()), "\"*\" marks a default only before an operand of \"|\"")
                        .help("write the mark directly before an alternative, as in *1 | int"));
                yield operand;
            }
        };
    }

    @Override
    public CompiledExpr onBinary(Expr.Binary expr) {
        CompiledExpr left = compile(expr.left());
        CompiledExpr right = compile(expr.right());
        if (expr.op() == BinaryOp.UNIFY) {
            return new CompiledExpr.Unification(place(expr), left, right);
        }
        Operator op = operator(expr.op());
        check(op, left);
        check(op, right);
        return new CompiledExpr.Binary(place(expr), op, left, right);
    }

    private static Operator operator(BinaryOp op) {
        return switch (op) {
            case MULTIPLY -> Operator.MULTIPLY;
            case DIVIDE -> Operator.DIVIDE;
            case ADD -> Operator.ADD;
            case SUBTRACT -> Operator.SUBTRACT;
            case EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
            case LESS -> Operator.LESS;
            case LESS_EQUAL -> Operator.LESS_EQUAL;
            case GREATER -> Operator.GREATER;
            case GREATER_EQUAL -> Operator.GREATER_EQUAL;
            case MATCH -> Operator.MATCH;
            case NOT_MATCH -> Operator.NOT_MATCH;
            case AND -> Operator.AND;
            case OR -> Operator.OR;
            case UNIFY -> throw new IllegalArgumentException("computes no value");
        };
    }

    private void check(Operator op, CompiledExpr operand) {
        operand.refusal(op).ifPresent(reason -> compiler.error(Diagnostic.at(operand.place(), reason)));
    }

    @Override
    public CompiledExpr onDisjunction(Expr.Disjunction expr) {
        List<CompiledExpr.Alternative> alternatives = new ArrayList<>();
        boolean marked = false;
        for (Expr.Operand operand : expr.operands()) {
            Expr value = operand.value();
            boolean isDefault = operand.isDefault();
            while (value instanceof Expr.Unary unary && unary.op() == UnaryOp.MARK) {
                value = unary.operand();
                isDefault = true;
            }
            marked |= isDefault;
            alternatives.add(new CompiledExpr.Alternative(isDefault, compile(value)));
        }
        return new CompiledExpr.Disjunction(place(expr), alternatives, marked);
    }
}
