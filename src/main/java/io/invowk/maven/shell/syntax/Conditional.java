// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

/** The expression in {@code [[ ]]}. */
public sealed interface Conditional {
    /** One method per kind. */
    interface Visitor {
        boolean onText(Text node);

        boolean onUnary(Unary node);

        boolean onBinary(Binary node);

        boolean onNot(Not node);

        boolean onAnd(And node);

        boolean onOr(Or node);
    }

    /** What the visitor finds. */
    boolean accept(Visitor visitor);

    /** A word alone: true if it is not null. */
    record Text(Word word) implements Conditional {
        @Override
        public boolean accept(Visitor visitor) {
            return visitor.onText(this);
        }
    }

    /** {@code -f word} and its like. */
    record Unary(String operator, Word word) implements Conditional {
        @Override
        public boolean accept(Visitor visitor) {
            return visitor.onUnary(this);
        }
    }

    /** {@code left == right} and its like. */
    record Binary(String operator, Word left, Word right) implements Conditional {
        @Override
        public boolean accept(Visitor visitor) {
            return visitor.onBinary(this);
        }
    }

    /** {@code ! operand}. */
    record Not(Conditional operand) implements Conditional {
        @Override
        public boolean accept(Visitor visitor) {
            return visitor.onNot(this);
        }
    }

    /** {@code left && right}. */
    record And(Conditional left, Conditional right) implements Conditional {
        @Override
        public boolean accept(Visitor visitor) {
            return visitor.onAnd(this);
        }
    }

    /** {@code left || right}. */
    record Or(Conditional left, Conditional right) implements Conditional {
        @Override
        public boolean accept(Visitor visitor) {
            return visitor.onOr(this);
        }
    }
}
