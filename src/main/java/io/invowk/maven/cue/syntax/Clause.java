// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.Optional;

/** One clause of a comprehension; its names are visible in the clauses after it and in the body. */
public sealed interface Clause {
    /** Where the clause is written, from its keyword on. */
    Span span();

    /** Calls the visitor's method for this kind of clause. */
    <R> R accept(Visitor<R> visitor);

    /**
     * {@code for key, value in source}.
     *
     * @param key the index or label; the name {@code _} declares nothing
     * @param value the element or field; the name {@code _} declares nothing
     */
    record For(Span span, Optional<Name> key, Name value, Expr source) implements Clause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onFor(this);
        }
    }

    /** {@code if condition}. */
    record If(Span span, Expr condition) implements Clause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onIf(this);
        }
    }

    /** {@code let name = value}, never the first clause. */
    record Let(Span span, Name name, Expr value) implements Clause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onLet(this);
        }
    }

    /** One method per kind of clause. */
    interface Visitor<R> {
        /** For {@code for key, value in source}. */
        R onFor(For clause);

        /** For {@code if condition}. */
        R onIf(If clause);

        /** For {@code let name = value}. */
        R onLet(Let clause);
    }
}
