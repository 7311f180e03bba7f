// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import io.invowk.maven.diagnostic.Place;
import java.util.List;

/** A declaration of a struct literal; a {@code let} is none, its uses refer to it. */
public sealed interface CompiledDecl {
    /** Calls the visitor's method for this kind of declaration. */
    void accept(Visitor visitor);

    /**
     * A field whose label is known.
     *
     * @param place of the label
     */
    record Field(Place place, FieldLabel label, ArcType arcType, CompiledExpr value) implements CompiledDecl {
        @Override
        public void accept(Visitor visitor) {
            visitor.onField(this);
        }
    }

    /**
     * A field whose label is computed.
     *
     * @param interpolated whether the label was written as a string with interpolations
     */
    record Dynamic(Place place, CompiledExpr label, boolean interpolated, ArcType arcType, CompiledExpr value)
            implements CompiledDecl {
        @Override
        public void accept(Visitor visitor) {
            visitor.onDynamic(this);
        }
    }

    /** {@code [pattern]: value}. */
    record Pattern(Place place, CompiledExpr pattern, CompiledExpr value) implements CompiledDecl {
        @Override
        public void accept(Visitor visitor) {
            visitor.onPattern(this);
        }
    }

    /** {@code ...}. */
    record Ellipsis(Place place) implements CompiledDecl {
        @Override
        public void accept(Visitor visitor) {
            visitor.onEllipsis(this);
        }
    }

    /** An expression that is unified with the enclosing struct. */
    record Embedding(CompiledExpr value) implements CompiledDecl {
        @Override
        public void accept(Visitor visitor) {
            visitor.onEmbedding(this);
        }
    }

    /** Clauses that yield a struct literal any number of times; also an item of a list. */
    record Comprehension(Place place, List<CompiledClause> clauses, CompiledExpr.StructLiteral body)
            implements CompiledDecl, ListItem {
        public Comprehension {
            clauses = List.copyOf(clauses);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onComprehension(this);
        }
    }

    /** One entry of a list literal. */
    sealed interface ListItem permits CompiledExpr, Comprehension {}

    /** One method per kind of declaration. */
    interface Visitor {
        void onField(Field decl);

        void onDynamic(Dynamic decl);

        void onPattern(Pattern decl);

        void onEllipsis(Ellipsis decl);

        void onEmbedding(Embedding decl);

        void onComprehension(Comprehension decl);
    }
}
