// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.cue.syntax.Token.Kind;
import io.invowk.maven.cue.syntax.TokenCursor.Mark;
import io.invowk.maven.cue.syntax.TokenCursor.SyntaxError;
import io.invowk.maven.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses declarations and comprehensions. Source: CUE spec, "Structs" and "Comprehensions". */
final class DeclParser {
    private final TokenCursor cursor;
    private final ExprParser exprs;

    DeclParser(TokenCursor cursor, ExprParser exprs) {
        this.cursor = cursor;
        this.exprs = exprs;
    }

    /** What a declaration or value begins with: a label before its colon, or else an expression. */
    private record Head(Optional<Name> alias, Optional<Label> label, Optional<Expr> value) {}

    /** All declarations up to the end of the struct or file; goes on after those with an error. */
    List<Decl> decls() {
        List<Decl> decls = new ArrayList<>();
        while (!cursor.atEnd()) {
            Mark start = cursor.mark();
            try {
                Decl decl = decl();
                decls.add(decl);
                if (!cursor.atEnd() && !cursor.acceptComma()) {
                    throw missingComma(decl);
                }
            } catch (SyntaxError e) {
                cursor.recover(start);
            }
        }
        return decls;
    }

    private SyntaxError missingComma(Decl before) {
        String expected = "\",\" or a line break";
        boolean late = before instanceof Decl.Embedding embedding
                && embedding.value() instanceof Expr.Identifier identifier
                && (identifier.name().equals("import") || identifier.name().equals("package"));
        return late
                ? cursor.unexpected(expected, "write the package clause and imports before everything else")
                : cursor.unexpected(expected);
    }

    private Decl decl() {
        Span span = cursor.token().span();
        switch (cursor.kind()) {
            case ATTRIBUTE -> {
                return attribute();
            }
            case ELLIPSIS -> {
                return ellipsis();
            }
            case TRY ->
                throw Experiment.TRY.usedAt(
                        cursor, span, "a declaration that begins with \"try\"", "quote the label: \"try\"");
            case ELSE, FALLBACK, OTHERWISE -> {
                if (cursor.kind(1) == Kind.OPEN_BRACE) {
                    throw alternative();
                }
            }
            case LET -> {
                if (cursor.kind(1) == Kind.IDENTIFIER) {
                    return let();
                }
            }
            case FOR, IF -> {
                if (!cursor.atSimpleLabel()) {
                    return comprehension();
                }
            }
            default -> {}
        }
        return fieldOrEmbedding();
    }

    private SyntaxError alternative() {
        return Experiment.TRY.usedAt(
                cursor,
                cursor.token().span(),
                "\"" + cursor.text(cursor.token()) + "\"",
                "use a second if with the opposite condition");
    }

    /** The attribute that comes next. */
    Attribute attribute() {
        Token token = cursor.next();
        String text = cursor.text(token);
        int open = text.indexOf('(');
        return new Attribute(token.span(), text.substring(1, open), text.substring(open + 1, text.length() - 1));
    }

    private Decl ellipsis() {
        Span span = cursor.next().span();
        if (!cursor.atEnd() && !cursor.kind().isComma()) {
            throw cursor.unexpected(
                    "\",\" or a line break after \"...\"", "for all other fields write [string]: value");
        }
        return new Decl.Ellipsis(span);
    }

    private Decl let() {
        Span start = cursor.next().span();
        Name name = cursor.declaredName("a name");
        cursor.expect(Kind.ASSIGN, "\"=\" after the name");
        Expr value = exprs.expr("a value after \"=\"");
        return new Decl.Let(cursor.from(start), name, value);
    }

    private Decl fieldOrEmbedding() {
        Span start = cursor.token().span();
        Head head = head("a field or a value");
        if (head.label().isPresent()) {
            return field(head.alias(), head.label().get());
        }
        if (head.alias().isPresent()) {
            Name name = head.alias().get();
            throw cursor.fail(
                    name.span(),
                    "\"" + name.text() + " =\" is no declaration",
                    "write let " + name.text() + " = value, or " + name.text() + ": value for a field");
        }
        return new Decl.Embedding(cursor.from(start), head.value().orElseThrow());
    }

    private Head head(String what) {
        Optional<Name> alias = Optional.empty();
        if (cursor.atAlias()) {
            alias = Optional.of(cursor.declaredName("a name"));
            cursor.next();
        }
        if (cursor.atSimpleLabel()) {
            return new Head(alias, Optional.of(simpleLabel()), Optional.empty());
        }
        if (cursor.at(Kind.OPEN_BRACKET) && cursor.kind(1) == Kind.IDENTIFIER && cursor.kind(2) == Kind.ASSIGN) {
            return new Head(alias, Optional.of(patternWithAlias()), Optional.empty());
        }
        boolean clause = cursor.at(Kind.FOR) || cursor.at(Kind.IF);
        Expr value = exprs.expr(what);
        if (cursor.atColon()) {
            return new Head(alias, Optional.of(label(value)), Optional.empty());
        }
        if (clause && !cursor.atEnd() && !cursor.kind().isComma()) {
            throw cursor.fail(value.span(), "comprehension as a value", "put it in braces or brackets");
        }
        return new Head(alias, Optional.empty(), Optional.of(value));
    }

    private Label simpleLabel() {
        Token token = cursor.token();
        if (token.kind() == Kind.STRING) {
            return new Label.Quoted(token.span(), exprs.literals().plainText());
        }
        cursor.checkDeclared(token);
        return new Label.Identifier(token.span(), cursor.name(cursor.next()));
    }

    private Label patternWithAlias() {
        Span start = cursor.open().span();
        Name alias = cursor.declaredName("a name");
        cursor.next();
        Expr value = exprs.expr("a pattern");
        if (cursor.kind(1) == Kind.CLOSE_BRACKET) {
            cursor.acceptComma();
        }
        cursor.close("");
        if (!cursor.atColon()) {
            throw cursor.fail(alias.span(), "alias in a list", "declare it with let, outside of the list");
        }
        return new Label.Pattern(cursor.from(start), Optional.of(alias), value);
    }

    /** The label that an expression before a colon is. */
    private Label label(Expr expr) {
        if (expr instanceof Expr.StringInterpolation || expr instanceof Expr.BytesInterpolation) {
            return new Label.Interpolated(expr.span(), expr);
        }
        if (expr instanceof Expr.Parenthesized parenthesized) {
            return new Label.Dynamic(expr.span(), parenthesized.inner());
        }
        if (expr instanceof Expr.ListLiteral list) {
            if (list.elements().size() == 1
                    && list.ellipsis().isEmpty()
                    && list.elements().get(0) instanceof Expr pattern) {
                return new Label.Pattern(expr.span(), Optional.empty(), pattern);
            }
            if (cursor.problems().isAnyIn(expr.span())) {
                throw new SyntaxError();
            }
            throw cursor.fail(
                    expr.span(), "label in brackets that is not one pattern", "write one pattern: [pattern]: value");
        }
        if (expr instanceof Expr.Num) {
            throw cursor.fail(expr.span(), "number as a label", "put it in double quotes");
        }
        throw cursor.fail(expr.span(), "expression as a label", "put it in parentheses: (expression): value");
    }

    private Decl.Field field(Optional<Name> alias, Label label) {
        Decl.Constraint constraint = constraint();
        cursor.next();
        cursor.enter();
        Head head = head("a value after \":\"");
        Optional<Name> valueAlias = Optional.empty();
        List<Attribute> attributes = new ArrayList<>();
        Expr value;
        if (head.label().isPresent()) {
            Decl.Field inner = field(head.alias(), head.label().get());
            value = new Expr.StructLiteral(inner.span(), List.of(inner));
        } else {
            value = head.value().orElseThrow();
            valueAlias = head.alias();
            while (cursor.at(Kind.ATTRIBUTE)) {
                attributes.add(attribute());
            }
        }
        cursor.leave();
        return new Decl.Field(alias, label, constraint, valueAlias, value, attributes);
    }

    private Decl.Constraint constraint() {
        if (cursor.accept(Kind.QUESTION)) {
            return Decl.Constraint.OPTIONAL;
        }
        return cursor.accept(Kind.BANG) ? Decl.Constraint.REQUIRED : Decl.Constraint.MEMBER;
    }

    /** The comprehension that comes next, in a struct or in a list. */
    Comprehension comprehension() {
        Span start = cursor.token().span();
        List<Clause> clauses = new ArrayList<>();
        do {
            clauses.add(clause());
            if (cursor.kind().isComma() && (atClause(1) || cursor.kind(1) == Kind.OPEN_BRACE)) {
                cursor.next();
            }
        } while (atClause(0));
        if (!cursor.at(Kind.OPEN_BRACE)) {
            throw cursor.unexpected("\"{\" after the clauses of a comprehension");
        }
        cursor.enter();
        Expr.StructLiteral body = exprs.structLiteral();
        cursor.leave();
        if (cursor.at(Kind.ELSE) || cursor.at(Kind.FALLBACK) || cursor.at(Kind.OTHERWISE)) {
            throw alternative();
        }
        return new Comprehension(cursor.from(start), clauses, body);
    }

    private boolean atClause(int offset) {
        Kind kind = cursor.kind(offset);
        return kind == Kind.FOR || kind == Kind.IF || kind == Kind.LET;
    }

    private Clause clause() {
        Token keyword = cursor.next();
        return switch (keyword.kind()) {
            case FOR -> forClause(keyword.span());
            case LET -> letClause(keyword.span());
            default -> {
                Expr condition = exprs.expr("a condition after \"if\"");
                yield new Clause.If(cursor.from(keyword.span()), condition);
            }
        };
    }

    private Clause forClause(Span start) {
        Name first = cursor.declaredName("a name after \"for\"");
        Optional<Name> second =
                cursor.accept(Kind.COMMA) ? Optional.of(cursor.declaredName("a name after \",\"")) : Optional.empty();
        cursor.expect(Kind.IN, second.isPresent() ? "\"in\"" : "\",\" or \"in\"");
        Expr source = exprs.expr("a value after \"in\"");
        return new Clause.For(
                cursor.from(start),
                second.isPresent() ? Optional.of(first) : Optional.empty(),
                second.orElse(first),
                source);
    }

    private Clause letClause(Span start) {
        Name name = cursor.declaredName("a name after \"let\"");
        cursor.expect(Kind.ASSIGN, "\"=\" after the name");
        Expr value = exprs.expr("a value after \"=\"");
        return new Clause.Let(cursor.from(start), name, value);
    }
}
