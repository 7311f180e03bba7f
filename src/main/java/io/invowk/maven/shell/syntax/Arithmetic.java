// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An arithmetic expression on signed 64 bit numbers: POSIX XCU 2.6.4, ISO C 6.5. */
public sealed interface Arithmetic {
    /** One method per kind. */
    interface Visitor {
        long onConstant(Constant node);

        long onVariable(Variable node);

        long onUnary(Unary node);

        long onBinary(Binary node);

        long onConditional(Conditional node);

        long onAssign(Assign node);

        long onStep(Step node);

        long onSequence(Sequence node);
    }

    /** The value that the visitor finds. */
    long accept(Visitor visitor);

    /** A constant. */
    record Constant(long value) implements Arithmetic {
        @Override
        public long accept(Visitor visitor) {
            return visitor.onConstant(this);
        }
    }

    /** A variable, or an element of an array; the subscript is text, since only its array tells what it means. */
    record Variable(String name, @Nullable String subscript) implements Arithmetic {
        @Override
        public long accept(Visitor visitor) {
            return visitor.onVariable(this);
        }
    }

    /** An operator before its operand: {@code + - ! ~}. */
    record Unary(char operator, Arithmetic operand) implements Arithmetic {
        @Override
        public long accept(Visitor visitor) {
            return visitor.onUnary(this);
        }
    }

    /** Two operands. */
    record Binary(ArithmeticOperator operator, Arithmetic left, Arithmetic right) implements Arithmetic {
        @Override
        public long accept(Visitor visitor) {
            return visitor.onBinary(this);
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Conditional(Arithmetic condition, Arithmetic then, Arithmetic otherwise) implements Arithmetic {
        @Override
        public long accept(Visitor visitor) {
            return visitor.onConditional(this);
        }
    }

    /** {@code target = value}, or with an operator {@code target += value}. */
    record Assign(Variable target, @Nullable ArithmeticOperator operator, Arithmetic value) implements Arithmetic {
        @Override
        public long accept(Visitor visitor) {
            return visitor.onAssign(this);
        }
    }

    /** {@code ++} or {@code --}; {@code before} the target its value is the new one. */
    record Step(Variable target, int by, boolean before) implements Arithmetic {
        @Override
        public long accept(Visitor visitor) {
            return visitor.onStep(this);
        }
    }

    /** Expressions between commas; the value is the last one's. */
    record Sequence(List<Arithmetic> items) implements Arithmetic {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public long accept(Visitor visitor) {
            return visitor.onSequence(this);
        }
    }
}
