// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Trees that a parser could give, chosen at random from a seed, without positions. */
final class RandomTrees {
    private static final Span NOWHERE = new Span(0, 0);
    private static final List<String> NAMES = List.of("a", "b1", "#D", "_h", "_#hd", "$x", "größe", "string");
    private static final List<String> LABELS =
            List.of("a", "#D", "_h", "for", "if", "let", "in", "null", "true", "func");
    private static final List<String> TEXTS =
            List.of("", "x", "a b", "\"'\\", "\t\n\r", "é😀", "\\(x)", "${HOME}", "//");

    private final Random random;

    RandomTrees(long seed) {
        this.random = new Random(seed);
    }

    /** A file whose expressions are at most this deep. */
    SourceFile file(int depth) {
        return new SourceFile(
                new SourceText("random.cue", ""),
                listOf(1, this::attribute),
                maybe(() -> name("p")),
                listOf(
                        2,
                        () -> new Import(NOWHERE, maybe(() -> name("n")), one(List.of("strings", "a.b/c:d")), NOWHERE)),
                // An attribute in front would belong to the file.
                listOf(3, () -> field(depth)));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> part) {
        return random.nextInt(3) == 0 ? Optional.of(part.get()) : Optional.empty();
    }

    private <T> List<T> listOf(int max, Supplier<T> part) {
        List<T> parts = new ArrayList<>();
        for (int i = random.nextInt(max + 1); i > 0; i--) {
            parts.add(part.get());
        }
        return parts;
    }

    private static Name name(String text) {
        return new Name(NOWHERE, text);
    }

    private List<Byte> octets() {
        return listOf(3, () -> (byte) random.nextInt(256));
    }

    private Attribute attribute() {
        return new Attribute(NOWHERE, one(List.of("tag", "x")), one(List.of("", "a,b=[1]", "\")\"", "#\"\\\"#")));
    }

    private Decl decl(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> new Decl.Let(NOWHERE, name("l"), expr(depth - 1));
            case 1 -> new Decl.Ellipsis(NOWHERE);
            case 2 -> new Decl.Embedding(NOWHERE, expr(depth - 1));
            case 3 -> comprehension(depth);
            case 4 -> attribute();
            default -> field(depth);
        };
    }

    private Decl field(int depth) {
        return new Decl.Field(
                maybe(() -> name("X")),
                label(depth),
                one(List.of(Decl.Constraint.values())),
                maybe(() -> name("V")),
                expr(depth - 1),
                listOf(2, this::attribute));
    }

    private Label label(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> new Label.Quoted(NOWHERE, one(TEXTS));
            case 1 -> new Label.Interpolated(NOWHERE, interpolation(depth - 1));
            case 2 -> new Label.Dynamic(NOWHERE, expr(depth - 1));
            case 3 -> new Label.Pattern(NOWHERE, maybe(() -> name("P")), expr(depth - 1));
            default -> new Label.Identifier(NOWHERE, one(LABELS));
        };
    }

    private Comprehension comprehension(int depth) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(random.nextBoolean() ? forClause(depth) : new Clause.If(NOWHERE, expr(depth - 1)));
        clauses.addAll(listOf(2, () -> switch (random.nextInt(3)) {
            case 0 -> forClause(depth);
            case 1 -> new Clause.If(NOWHERE, expr(depth - 1));
            default -> new Clause.Let(NOWHERE, name("c"), expr(depth - 1));
        }));
        return new Comprehension(NOWHERE, clauses, struct(depth - 1));
    }

    private Clause forClause(int depth) {
        return new Clause.For(NOWHERE, maybe(() -> name("k")), name("v"), expr(depth - 1));
    }

    private Expr expr(int depth) {
        if (random.nextInt(4) > 0) {
            return binary(depth, BinaryOp.UNIFY.precedence());
        }
        List<Expr.Operand> operands = new ArrayList<>();
        for (int i = random.nextInt(2); i < 3; i++) {
            operands.add(new Expr.Operand(
                    NOWHERE, random.nextBoolean(), random.nextBoolean() ? primary(depth) : unary(depth)));
        }
        return new Expr.Disjunction(NOWHERE, operands);
    }

    /** A chain of operators that bind at least this tight. */
    private Expr binary(int depth, int loosest) {
        List<BinaryOp> ops = List.of(BinaryOp.values()).stream()
                .filter(op -> op.precedence() >= loosest)
                .toList();
        if (depth <= 0 || ops.isEmpty() || random.nextInt(3) > 0) {
            return unary(depth);
        }
        BinaryOp op = one(ops);
        Expr left = binary(depth - 1, op.precedence());
        return new Expr.Binary(NOWHERE, op, NOWHERE, left, binary(depth - 1, op.precedence() + 1));
    }

    private Expr unary(int depth) {
        UnaryOp op = one(List.of(UnaryOp.values()));
        return depth <= 0 || op == UnaryOp.MARK || random.nextInt(4) > 0
                ? primary(depth)
                : new Expr.Unary(NOWHERE, op, NOWHERE, unary(depth - 1));
    }

    private Expr primary(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        return switch (random.nextInt(10)) {
            case 0 -> new Expr.Selector(NOWHERE, callable(depth), name(one(LABELS)), false);
            case 1 -> new Expr.Selector(NOWHERE, callable(depth), name(one(TEXTS)), true);
            case 2 -> new Expr.Index(NOWHERE, callable(depth), expr(depth - 1));
            case 3 ->
                new Expr.Slice(NOWHERE, callable(depth), maybe(() -> expr(depth - 1)), maybe(() -> expr(depth - 1)));
            case 4 -> new Expr.Call(NOWHERE, callable(depth), listOf(2, () -> expr(depth - 1)));
            case 5 -> struct(depth - 1);
            case 6 -> list(depth - 1);
            case 7 -> interpolation(depth - 1);
            case 8 -> new Expr.Parenthesized(NOWHERE, expr(depth - 1));
            default -> leaf();
        };
    }

    /** Anything but a number, which would take a dot as its own. */
    private Expr callable(int depth) {
        Expr expr = primary(depth - 1);
        return expr instanceof Expr.Num ? new Expr.Identifier(NOWHERE, one(NAMES)) : expr;
    }

    private Expr.StructLiteral struct(int depth) {
        return new Expr.StructLiteral(NOWHERE, listOf(3, () -> decl(depth)));
    }

    private Expr list(int depth) {
        List<ListElement> elements = listOf(3, () -> random.nextInt(5) == 0 ? comprehension(depth) : expr(depth));
        return new Expr.ListLiteral(
                NOWHERE, elements, maybe(() -> new Expr.ListEllipsis(NOWHERE, maybe(() -> expr(depth)))));
    }

    private Expr interpolation(int depth) {
        List<Expr> exprs = new ArrayList<>(listOf(2, () -> expr(depth)));
        exprs.add(expr(depth));
        if (random.nextBoolean()) {
            List<String> texts = exprs.stream().map(expr -> one(TEXTS)).toList();
            return new Expr.StringInterpolation(NOWHERE, withOneMore(texts, one(TEXTS)), exprs);
        }
        List<List<Byte>> texts = exprs.stream().map(expr -> octets()).toList();
        return new Expr.BytesInterpolation(NOWHERE, withOneMore(texts, octets()), exprs);
    }

    private static <T> List<T> withOneMore(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return all;
    }

    private Expr leaf() {
        return switch (random.nextInt(9)) {
            case 0 -> new Expr.Top(NOWHERE);
            case 1 -> new Expr.Bottom(NOWHERE);
            case 2 -> new Expr.Null(NOWHERE);
            case 3 -> new Expr.Bool(NOWHERE, random.nextBoolean());
            case 4 -> new Expr.Num(NOWHERE, new BigDecimal(new BigInteger(1 + random.nextInt(100), random)), true);
            case 5 -> new Expr.Num(NOWHERE, new BigDecimal(new BigInteger(40, random), 1 + random.nextInt(9)), false);
            case 6 -> new Expr.Str(NOWHERE, one(TEXTS));
            case 7 -> new Expr.Bytes(NOWHERE, octets());
            default -> new Expr.Identifier(NOWHERE, one(NAMES));
        };
    }
}
