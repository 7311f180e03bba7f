// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** One declaration in a struct literal or at the top of a file. */
public sealed interface Decl permits Decl.Field, Decl.Let, Decl.Ellipsis, Decl.Embedding, Comprehension, Attribute {
    /** Where the declaration is written. */
    Span span();

    /** Calls the visitor's method for this kind of declaration. */
    <R> R accept(Visitor<R> visitor);

    /** The mark between a label and its colon. */
    enum Constraint {
        /** {@code x:} a member. */
        MEMBER(""),
        /** {@code x?:} optional. */
        OPTIONAL("?"),
        /** {@code x!:} required. */
        REQUIRED("!");

        private final String symbol;

        Constraint(String symbol) {
            this.symbol = symbol;
        }

        /** How the mark is written; empty for a member. */
        public String symbol() {
            return symbol;
        }
    }

    /**
     * {@code alias=label: valueAlias=value @attribute()}.
     *
     * <p>In {@code a: b: 1} the value of {@code a} is a {@link Expr.StructLiteral} without braces that holds the one
     * field {@code b}; the attributes then belong to {@code b}.
     *
     * @param alias refers to the field as a whole
     * @param valueAlias visible in the value only
     */
    record Field(
            Optional<Name> alias,
            Label label,
            Constraint constraint,
            Optional<Name> valueAlias,
            Expr value,
            List<Attribute> attributes)
            implements Decl {
        public Field {
            attributes = List.copyOf(attributes);
        }

        /** From its first name to the end of its value or last attribute. */
        @Override
        public Span span() {
            int start = alias.map(Name::span).orElse(label.span()).start();
            Span last = attributes.isEmpty()
                    ? value.span()
                    : attributes.get(attributes.size() - 1).span();
            return new Span(start, last.end());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onField(this);
        }
    }

    /** {@code let name = value}. */
    record Let(Span span, Name name, Expr value) implements Decl {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onLet(this);
        }
    }

    /** {@code ...}: the struct stays open. */
    record Ellipsis(Span span) implements Decl {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onEllipsis(this);
        }
    }

    /** An expression whose value becomes part of the struct. */
    record Embedding(Span span, Expr value) implements Decl {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onEmbedding(this);
        }
    }

    /** One method per kind of declaration. */
    interface Visitor<R> {
        /** For {@code label: value}. */
        R onField(Field decl);

        /** For {@code let name = value}. */
        R onLet(Let decl);

        /** For {@code ...}. */
        R onEllipsis(Ellipsis decl);

        /** For an expression of its own. */
        R onEmbedding(Embedding decl);

        /** For {@code for} and {@code if}. */
        R onComprehension(Comprehension decl);

        /** For {@code @name(body)}. */
        R onAttribute(Attribute decl);
    }
}
