// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.cue.syntax.Token.Kind;
import io.invowk.maven.cue.syntax.TokenCursor.Mark;
import io.invowk.maven.cue.syntax.TokenCursor.SyntaxError;
import io.invowk.maven.diagnostic.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses expressions. Source: CUE spec, "Expressions". */
final class ExprParser {
    private static final int LOOSEST = BinaryOp.UNIFY.precedence();
    private static final Map<Kind, BinaryOp> BINARY = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.STAR, BinaryOp.MULTIPLY),
            Map.entry(Kind.SLASH, BinaryOp.DIVIDE),
            Map.entry(Kind.PLUS, BinaryOp.ADD),
            Map.entry(Kind.MINUS, BinaryOp.SUBTRACT),
            Map.entry(Kind.EQUAL, BinaryOp.EQUAL),
            Map.entry(Kind.NOT_EQUAL, BinaryOp.NOT_EQUAL),
            Map.entry(Kind.LESS, BinaryOp.LESS),
            Map.entry(Kind.LESS_EQUAL, BinaryOp.LESS_EQUAL),
            Map.entry(Kind.GREATER, BinaryOp.GREATER),
            Map.entry(Kind.GREATER_EQUAL, BinaryOp.GREATER_EQUAL),
            Map.entry(Kind.MATCH, BinaryOp.MATCH),
            Map.entry(Kind.NOT_MATCH, BinaryOp.NOT_MATCH),
            Map.entry(Kind.AND, BinaryOp.AND),
            Map.entry(Kind.OR, BinaryOp.OR),
            Map.entry(Kind.AMPERSAND, BinaryOp.UNIFY)));
    private static final Map<Kind, UnaryOp> UNARY = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.PLUS, UnaryOp.PLUS),
            Map.entry(Kind.MINUS, UnaryOp.MINUS),
            Map.entry(Kind.BANG, UnaryOp.NOT),
            Map.entry(Kind.STAR, UnaryOp.MARK),
            Map.entry(Kind.LESS, UnaryOp.LESS),
            Map.entry(Kind.LESS_EQUAL, UnaryOp.LESS_EQUAL),
            Map.entry(Kind.GREATER, UnaryOp.GREATER),
            Map.entry(Kind.GREATER_EQUAL, UnaryOp.GREATER_EQUAL),
            Map.entry(Kind.EQUAL, UnaryOp.EQUAL),
            Map.entry(Kind.NOT_EQUAL, UnaryOp.NOT_EQUAL),
            Map.entry(Kind.MATCH, UnaryOp.MATCH),
            Map.entry(Kind.NOT_MATCH, UnaryOp.NOT_MATCH)));

    private final TokenCursor cursor;
    private final DeclParser decls;
    private final LiteralParser literals;

    ExprParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.decls = new DeclParser(cursor, this);
        this.literals = new LiteralParser(cursor, this);
    }

    /** The parser of the declarations in struct literals. */
    DeclParser decls() {
        return decls;
    }

    /** The parser of strings and numbers. */
    LiteralParser literals() {
        return literals;
    }

    /**
     * One expression.
     *
     * @param what it is, for the message where there is none
     */
    Expr expr(String what) {
        cursor.enter();
        Span start = cursor.token().span();
        Expr first = binary(LOOSEST, what);
        if (!cursor.at(Kind.BAR)) {
            cursor.leave();
            return first;
        }
        List<Expr.Operand> operands = new ArrayList<>();
        operands.add(operand(first));
        while (cursor.accept(Kind.BAR)) {
            operands.add(operand(binary(LOOSEST, "an alternative")));
        }
        cursor.leave();
        return new Expr.Disjunction(cursor.from(start), operands);
    }

    private static Expr.Operand operand(Expr expr) {
        Expr value = expr;
        while (value instanceof Expr.Unary unary && unary.op() == UnaryOp.MARK) {
            value = unary.operand();
        }
        return new Expr.Operand(expr.span(), !value.equals(expr), value);
    }

    private Expr binary(int loosest, String what) {
        int chain = cursor.beginChain();
        Expr left = unary(what);
        for (BinaryOp op = BINARY.get(cursor.kind());
                op != null && op.precedence() >= loosest;
                op = BINARY.get(cursor.kind())) {
            Span opSpan = cursor.next().span();
            cursor.extendChain();
            cursor.enter();
            Expr right = binary(op.precedence() + 1, "a value after \"" + op.symbol() + "\"");
            cursor.leave();
            left = new Expr.Binary(left.span().to(right.span()), op, opSpan, left, right);
        }
        cursor.endChain(chain);
        return left;
    }

    private Expr unary(String what) {
        UnaryOp op = UNARY.get(cursor.kind());
        if (op == null) {
            return primary(what);
        }
        Span opSpan = cursor.next().span();
        cursor.enter();
        Expr operand = unary("a value after \"" + op.symbol() + "\"");
        cursor.leave();
        return new Expr.Unary(opSpan.to(operand.span()), op, opSpan, operand);
    }

    private Expr primary(String what) {
        int chain = cursor.beginChain();
        Expr expr = operand(what);
        while (true) {
            switch (cursor.kind()) {
                case DOT -> expr = selector(expr);
                case OPEN_BRACKET -> expr = indexOrSlice(expr);
                case OPEN_PARENTHESIS -> expr = call(expr);
                case ELLIPSIS ->
                    throw Experiment.EXPLICIT_OPEN.usedAt(
                            cursor, cursor.token().span(), "\"...\" after a value", "remove the dots");
                case TILDE ->
                    throw Experiment.ALIASES.usedAt(
                            cursor, cursor.token().span(), "\"~\"", "write an alias as X=label: value");
                default -> {
                    if (cursor.at(Kind.QUESTION) && !cursor.atColon()) {
                        throw Experiment.TRY.usedAt(
                                cursor, cursor.token().span(), "\"?\" after a value", "remove the question mark");
                    }
                    cursor.endChain(chain);
                    return expr;
                }
            }
            cursor.extendChain();
        }
    }

    private Expr operand(String what) {
        Token token = cursor.token();
        Span span = token.span();
        return switch (token.kind()) {
            case IDENTIFIER, FOR, IN, IF, LET, TRY, ELSE, FALLBACK, OTHERWISE, FUNC -> identifier();
            case NULL, TRUE, FALSE, BOTTOM -> constant();
            case NUMBER -> literals.number();
            case STRING -> literals.string();
            case INTERPOLATION_START -> literals.interpolation();
            case BROKEN_STRING -> {
                cursor.next();
                yield new Expr.Bottom(span);
            }
            case OPEN_BRACE -> structLiteral();
            case OPEN_BRACKET -> listLiteral();
            case OPEN_PARENTHESIS -> {
                cursor.open();
                Expr inner = expr("a value");
                cursor.close("");
                yield new Expr.Parenthesized(cursor.from(span), inner);
            }
            default -> throw cursor.unexpected(what);
        };
    }

    private Expr identifier() {
        Token token = cursor.next();
        if (token.kind() == Kind.TRY && cursor.at(Kind.OPEN_BRACE)) {
            throw Experiment.TRY.usedAt(cursor, token.span(), "\"try\"", "test with if x != _|_ {...}");
        }
        String name = cursor.text(token);
        return name.equals("_") ? new Expr.Top(token.span()) : new Expr.Identifier(token.span(), name);
    }

    private Expr constant() {
        Token token = cursor.next();
        return switch (token.kind()) {
            case NULL -> new Expr.Null(token.span());
            case BOTTOM -> new Expr.Bottom(token.span());
            default -> new Expr.Bool(token.span(), token.kind() == Kind.TRUE);
        };
    }

    /** <code>{...}</code>. */
    Expr.StructLiteral structLiteral() {
        Token opening = cursor.open();
        List<Decl> body = decls.decls();
        cursor.close("a field");
        return new Expr.StructLiteral(cursor.from(opening.span()), body);
    }

    private Expr listLiteral() {
        Token opening = cursor.open();
        List<ListElement> elements = new ArrayList<>();
        Optional<Expr.ListEllipsis> ellipsis = Optional.empty();
        while (!cursor.atEnd()) {
            if (cursor.atOuterField()) {
                throw cursor.unclosed();
            }
            Mark start = cursor.mark();
            try {
                if (ellipsis.isPresent()) {
                    throw cursor.fail(
                            ellipsis.get().span(), "\"...\" before the end of the list", "move it behind the elements");
                }
                if (cursor.at(Kind.ELLIPSIS)) {
                    ellipsis = Optional.of(listEllipsis());
                } else {
                    elements.add(element());
                }
                if (!cursor.atEnd() && !cursor.acceptComma()) {
                    throw cursor.unexpected("\",\" or \"]\"");
                }
            } catch (SyntaxError e) {
                cursor.recover(start);
            }
        }
        cursor.close("an element");
        return new Expr.ListLiteral(cursor.from(opening.span()), elements, ellipsis);
    }

    private Expr.ListEllipsis listEllipsis() {
        Span start = cursor.next().span();
        Optional<Expr> type = cursor.kind().isComma() || cursor.kind().isCloser()
                ? Optional.empty()
                : Optional.of(expr("the type of further elements"));
        return new Expr.ListEllipsis(cursor.from(start), type);
    }

    private ListElement element() {
        if (cursor.atSimpleLabel()) {
            throw cursor.fail(cursor.token().span(), "field in a list", "put it in braces: {label: value}");
        }
        if (cursor.atAlias()) {
            throw cursor.fail(cursor.token().span(), "alias in a list", "declare it with let, outside of the list");
        }
        if (cursor.at(Kind.LET) && cursor.kind(1) == Kind.IDENTIFIER) {
            throw cursor.fail(
                    cursor.token().span(), "\"let\" at the beginning of a comprehension", "put it behind for or if");
        }
        return cursor.at(Kind.FOR) || cursor.at(Kind.IF) ? decls.comprehension() : expr("an element");
    }

    private Expr selector(Expr operand) {
        cursor.next();
        Token token = cursor.token();
        boolean quoted = token.kind() == Kind.STRING;
        boolean selects = quoted ? literals.isPlain(token) : token.kind().isName() && !cursor.atWord("_");
        if (!selects) {
            throw cursor.unexpected("a field's name after \".\"", "write x.name or x[\"name\"]");
        }
        String name = quoted ? literals.plainText() : cursor.text(cursor.next());
        return new Expr.Selector(cursor.from(operand.span()), operand, new Name(token.span(), name), quoted);
    }

    private Expr indexOrSlice(Expr operand) {
        cursor.open();
        Optional<Expr> low = cursor.at(Kind.COLON) ? Optional.empty() : Optional.of(expr("an index"));
        if (low.isPresent() && !cursor.at(Kind.COLON)) {
            if (cursor.kind(1) == Kind.CLOSE_BRACKET) {
                cursor.acceptComma();
            }
            cursor.close("\":\"");
            return new Expr.Index(cursor.from(operand.span()), operand, low.get());
        }
        cursor.next();
        Optional<Expr> high =
                cursor.at(Kind.CLOSE_BRACKET) ? Optional.empty() : Optional.of(expr("the end of the slice"));
        cursor.close("");
        return new Expr.Slice(cursor.from(operand.span()), operand, low, high);
    }

    private Expr call(Expr callee) {
        cursor.open();
        List<Expr> arguments = new ArrayList<>();
        while (!cursor.atEnd()) {
            if (cursor.atOuterField()) {
                throw cursor.unclosed();
            }
            arguments.add(expr("an argument"));
            if (!cursor.acceptComma()) {
                break;
            }
        }
        cursor.close("\",\"");
        return new Expr.Call(cursor.from(callee.span()), callee, arguments);
    }
}
