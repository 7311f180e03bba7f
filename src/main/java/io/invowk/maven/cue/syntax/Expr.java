// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An expression. */
public sealed interface Expr extends ListElement {
    /** Calls the visitor's method for this kind of expression. */
    <R> R accept(Visitor<R> visitor);

    /** {@code _}. */
    record Top(Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onTop(this);
        }
    }

    /** {@code _|_}. */
    record Bottom(Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onBottom(this);
        }
    }

    /** {@code null}. */
    record Null(Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onNull(this);
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(Span span, boolean value) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onBool(this);
        }
    }

    /**
     * A number, never negative.
     *
     * @param value keeps the written scale
     * @param isInt whether it is of kind int; {@code 1.0} and {@code 1e3} are not, {@code 1.5K} is
     */
    record Num(Span span, BigDecimal value, boolean isInt) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onNum(this);
        }
    }

    /**
     * A string without interpolations.
     *
     * @param value unquoted, indentation of a multi-line string removed
     */
    record Str(Span span, String value) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onStr(this);
        }
    }

    /**
     * Bytes without interpolations.
     *
     * @param value unquoted, text in UTF-8
     */
    record Bytes(Span span, List<Byte> value) implements Expr {
        public Bytes {
            value = List.copyOf(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onBytes(this);
        }
    }

    /**
     * A string with interpolations: text, expression, text, expression ... text.
     *
     * @param texts unquoted, one more than {@code exprs}, any of them may be empty
     * @param exprs at least one
     */
    record StringInterpolation(Span span, List<String> texts, List<Expr> exprs) implements Expr {
        public StringInterpolation {
            texts = List.copyOf(texts);
            exprs = List.copyOf(exprs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onStringInterpolation(this);
        }
    }

    /**
     * Bytes with interpolations: text, expression, text, expression ... text.
     *
     * @param texts unquoted, one more than {@code exprs}, any of them may be empty
     * @param exprs at least one
     */
    record BytesInterpolation(Span span, List<List<Byte>> texts, List<Expr> exprs) implements Expr {
        public BytesInterpolation {
            texts = texts.stream().map(List::copyOf).toList();
            exprs = List.copyOf(exprs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onBytesInterpolation(this);
        }
    }

    /** A name to be resolved: a field, an alias, a variable, an import or a predeclared identifier. */
    record Identifier(Span span, String name) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onIdentifier(this);
        }
    }

    /**
     * A struct literal.
     *
     * @param span from the opening to the closing brace; without braces ({@code a: b: 1}) that of the one field
     */
    record StructLiteral(Span span, List<Decl> decls) implements Expr {
        public StructLiteral {
            decls = List.copyOf(decls);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onStructLiteral(this);
        }
    }

    /** A list literal. */
    record ListLiteral(Span span, List<ListElement> elements, Optional<ListEllipsis> ellipsis) implements Expr {
        public ListLiteral {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onListLiteral(this);
        }
    }

    /**
     * {@code ...} or {@code ...type}: the list is open.
     *
     * @param type what further elements must be; empty for anything
     */
    record ListEllipsis(Span span, Optional<Expr> type) {}

    /** {@code (inner)}. */
    record Parenthesized(Span span, Expr inner) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onParenthesized(this);
        }
    }

    /**
     * {@code operand.name} or {@code operand."name"}.
     *
     * @param quoted whether the name is a string: it then selects regular fields only
     */
    record Selector(Span span, Expr operand, Name name, boolean quoted) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onSelector(this);
        }
    }

    /** {@code operand[index]}. */
    record Index(Span span, Expr operand, Expr index) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onIndex(this);
        }
    }

    /** {@code operand[low:high]}. */
    record Slice(Span span, Expr operand, Optional<Expr> low, Optional<Expr> high) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onSlice(this);
        }
    }

    /** {@code callee(arguments)}. */
    record Call(Span span, Expr callee, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onCall(this);
        }
    }

    /** {@code op operand}. */
    record Unary(Span span, UnaryOp op, Span opSpan, Expr operand) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onUnary(this);
        }
    }

    /** {@code left op right}. */
    record Binary(Span span, BinaryOp op, Span opSpan, Expr left, Expr right) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onBinary(this);
        }
    }

    /**
     * A chain of {@code |} without parentheses.
     *
     * @param operands at least two
     */
    record Disjunction(Span span, List<Operand> operands) implements Expr {
        public Disjunction {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onDisjunction(this);
        }
    }

    /**
     * One alternative of a disjunction.
     *
     * @param span with the mark
     * @param isDefault whether it is marked with {@code *}
     * @param value without the mark
     */
    record Operand(Span span, boolean isDefault, Expr value) {}

    /** One method per kind of expression. */
    interface Visitor<R> {
        /** For {@code _}. */
        R onTop(Top expr);

        /** For {@code _|_}. */
        R onBottom(Bottom expr);

        /** For {@code null}. */
        R onNull(Null expr);

        /** For {@code true} and {@code false}. */
        R onBool(Bool expr);

        /** For a number. */
        R onNum(Num expr);

        /** For a string without interpolations. */
        R onStr(Str expr);

        /** For bytes without interpolations. */
        R onBytes(Bytes expr);

        /** For a string with interpolations. */
        R onStringInterpolation(StringInterpolation expr);

        /** For bytes with interpolations. */
        R onBytesInterpolation(BytesInterpolation expr);

        /** For a name. */
        R onIdentifier(Identifier expr);

        /** For <code>{...}</code>. */
        R onStructLiteral(StructLiteral expr);

        /** For {@code [...]}. */
        R onListLiteral(ListLiteral expr);

        /** For {@code (x)}. */
        R onParenthesized(Parenthesized expr);

        /** For {@code x.y}. */
        R onSelector(Selector expr);

        /** For {@code x[y]}. */
        R onIndex(Index expr);

        /** For {@code x[y:z]}. */
        R onSlice(Slice expr);

        /** For {@code x(y)}. */
        R onCall(Call expr);

        /** For {@code -x}. */
        R onUnary(Unary expr);

        /** For {@code x + y}. */
        R onBinary(Binary expr);

        /** For {@code x | y}. */
        R onDisjunction(Disjunction expr);
    }
}
