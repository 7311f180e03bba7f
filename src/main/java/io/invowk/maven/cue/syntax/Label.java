// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.Optional;

/** What stands before the colon of a field, without alias and constraint mark. */
public sealed interface Label {
    /** Where the label is written, brackets and quotes included. */
    Span span();

    /** Calls the visitor's method for this kind of label. */
    <R> R accept(Visitor<R> visitor);

    /** A bare identifier or keyword: declares a name; {@code #x} and {@code _x} keep their meaning. */
    record Identifier(Span span, String name) implements Label {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onIdentifier(this);
        }
    }

    /**
     * A string literal of any form: always a regular field, declares no name.
     *
     * @param name unquoted
     */
    record Quoted(Span span, String name) implements Label {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onQuoted(this);
        }
    }

    /**
     * A string with interpolations: {@code "x\(y)"}.
     *
     * @param value a {@link Expr.StringInterpolation} or a {@link Expr.BytesInterpolation}
     */
    record Interpolated(Span span, Expr value) implements Label {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onInterpolated(this);
        }
    }

    /** {@code (value)}: the label is computed. */
    record Dynamic(Span span, Expr value) implements Label {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onDynamic(this);
        }
    }

    /**
     * {@code [value]}: constrains all fields whose label the value allows.
     *
     * @param alias stands in the field's value for the label that matched
     */
    record Pattern(Span span, Optional<Name> alias, Expr value) implements Label {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onPattern(this);
        }
    }

    /** One method per kind of label. */
    interface Visitor<R> {
        /** For {@code x}. */
        R onIdentifier(Identifier label);

        /** For {@code "x"}. */
        R onQuoted(Quoted label);

        /** For {@code "x\(y)"}. */
        R onInterpolated(Interpolated label);

        /** For {@code (x)}. */
        R onDynamic(Dynamic label);

        /** For {@code [x]}. */
        R onPattern(Pattern label);
    }
}
