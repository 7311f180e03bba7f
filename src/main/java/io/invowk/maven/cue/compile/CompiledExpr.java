// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import io.invowk.maven.diagnostic.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression with resolved names. A name is a pair of the number of environments to go up and a label; every struct
 * literal, aliased value, {@code for} clause and {@code let} clause is one environment.
 */
public sealed interface CompiledExpr extends CompiledDecl.ListItem {
    /** Where the expression is written. */
    Place place();

    /** Calls the visitor's method for this kind of expression. */
    <R> R accept(Visitor<R> visitor);

    /** Why this cannot be an operand that must be a concrete value, whatever data comes; empty if it may be one. */
    default Optional<String> refusal(Operator op) {
        String what = this instanceof Type type
                ? "type " + type.name()
                : this instanceof Bound bound ? "bound " + bound.op().symbol() : this instanceof Top ? "value _" : "";
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "operand of \"" + op.symbol() + "\" is the " + what + " and can never be a concrete value");
    }

    /** {@code _}. */
    record Top(Place place) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onTop(this);
        }
    }

    /** {@code _|_}. */
    record Bottom(Place place) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onBottom(this);
        }
    }

    /** A scalar. */
    record Literal(Place place, Scalar value) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onLiteral(this);
        }
    }

    /**
     * A predeclared type.
     *
     * @param low the least number, for ranged types
     * @param high the greatest number, for ranged types
     */
    record Type(Place place, String name, int kinds, Optional<BigDecimal> low, Optional<BigDecimal> high)
            implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onType(this);
        }
    }

    /** {@code <x}, {@code !=x}, {@code =~x} and so on. */
    record Bound(Place place, Operator op, CompiledExpr operand) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onBound(this);
        }
    }

    /**
     * Text with interpolations.
     *
     * @param texts one more than parts: strings or bytes
     */
    record Interpolation(Place place, List<Scalar> texts, List<CompiledExpr> parts, boolean bytes)
            implements CompiledExpr {
        public Interpolation {
            texts = List.copyOf(texts);
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onInterpolation(this);
        }
    }

    /**
     * A struct literal; one environment for what is in it.
     *
     * @param embeds whether it holds an embedding or a comprehension
     * @param plain number of values in it, itself included, if all of them are written out, each once; else 0
     */
    record StructLiteral(Place place, List<CompiledDecl> decls, boolean embeds, int plain) implements CompiledExpr {
        public StructLiteral(Place place, List<CompiledDecl> decls, boolean embeds) {
            this(place, List.copyOf(decls), embeds, PlainData.count(decls));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onStructLiteral(this);
        }
    }

    /**
     * A list literal.
     *
     * @param open whether it ends in an ellipsis
     * @param rest what further elements must be, with {@code ...T}
     * @param plain number of values in it, itself included, if all of them are written out; else 0
     */
    record ListLiteral(
            Place place,
            List<CompiledDecl.ListItem> items,
            boolean open,
            @Nullable CompiledExpr rest,
            int plain) implements CompiledExpr {
        public ListLiteral(Place place, List<CompiledDecl.ListItem> items, boolean open, @Nullable CompiledExpr rest) {
            this(place, List.copyOf(items), open, rest, open ? 0 : PlainData.countItems(items));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onListLiteral(this);
        }
    }

    /** The field, element or variable with this label, {@code up} environments up. */
    record FieldReference(Place place, int up, FieldLabel label) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onFieldReference(this);
        }
    }

    /** The field that a pattern matched, {@code up} environments up: an alias before the bracket. */
    record MatchedReference(Place place, int up) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onMatchedReference(this);
        }
    }

    /** {@code X=value}: one environment, whose vertex is the one that the value is part of. */
    record Aliased(Place place, CompiledExpr value) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onAliased(this);
        }
    }

    /** The vertex of the environment of an aliased value, {@code up} environments up. */
    record SelfReference(Place place, int up) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onSelfReference(this);
        }
    }

    /** The label that a pattern matched, {@code up} environments up: an alias in the bracket. */
    record LabelReference(Place place, int up) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onLabelReference(this);
        }
    }

    /** The field with a computed label, {@code up} environments up: an alias of a dynamic field. */
    record DynamicReference(Place place, int up, CompiledExpr label) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onDynamicReference(this);
        }
    }

    /** A {@code let}, {@code up} environments up. */
    record LetReference(Place place, int up, LetBinding binding) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onLetReference(this);
        }
    }

    /** A predeclared function. */
    record Function(Place place, String name) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onFunction(this);
        }
    }

    /** An imported package, or with a name its member. */
    record PackageMember(Place place, String path, Optional<String> member) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onPackageMember(this);
        }
    }

    /**
     * {@code operand.label}.
     *
     * @param labelPlace of the label
     */
    record Selector(Place place, CompiledExpr operand, FieldLabel label, Place labelPlace) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onSelector(this);
        }
    }

    /** {@code operand[index]}. */
    record Index(Place place, CompiledExpr operand, CompiledExpr index) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onIndex(this);
        }
    }

    /** {@code operand[low:high]}. */
    record Slice(Place place, CompiledExpr operand, Optional<CompiledExpr> low, Optional<CompiledExpr> high)
            implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onSlice(this);
        }
    }

    /** {@code callee(arguments)}. */
    record Call(Place place, CompiledExpr callee, List<CompiledExpr> arguments) implements CompiledExpr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onCall(this);
        }
    }

    /** {@code +x}, {@code -x}, {@code !x}. */
    record Unary(Place place, Operator op, CompiledExpr operand) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onUnary(this);
        }
    }

    /** An operator that computes a value from two operands. */
    record Binary(Place place, Operator op, CompiledExpr left, CompiledExpr right) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onBinary(this);
        }
    }

    /** {@code left & right}. */
    record Unification(Place place, CompiledExpr left, CompiledExpr right) implements CompiledExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onUnification(this);
        }
    }

    /** A chain of {@code |}. */
    record Disjunction(Place place, List<Alternative> alternatives, boolean marked) implements CompiledExpr {
        public Disjunction {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onDisjunction(this);
        }
    }

    /** One operand of a disjunction. */
    record Alternative(boolean isDefault, CompiledExpr value) {}

    /** One method per kind of expression. */
    interface Visitor<R> {
        R onTop(Top expr);

        R onBottom(Bottom expr);

        R onLiteral(Literal expr);

        R onType(Type expr);

        R onBound(Bound expr);

        R onInterpolation(Interpolation expr);

        R onStructLiteral(StructLiteral expr);

        R onListLiteral(ListLiteral expr);

        R onFieldReference(FieldReference expr);

        R onMatchedReference(MatchedReference expr);

        R onAliased(Aliased expr);

        R onSelfReference(SelfReference expr);

        R onLabelReference(LabelReference expr);

        R onDynamicReference(DynamicReference expr);

        R onLetReference(LetReference expr);

        R onFunction(Function expr);

        R onPackageMember(PackageMember expr);

        R onSelector(Selector expr);

        R onIndex(Index expr);

        R onSlice(Slice expr);

        R onCall(Call expr);

        R onUnary(Unary expr);

        R onBinary(Binary expr);

        R onUnification(Unification expr);

        R onDisjunction(Disjunction expr);
    }
}
