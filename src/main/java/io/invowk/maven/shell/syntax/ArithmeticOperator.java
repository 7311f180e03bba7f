// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

/** Operators between two operands, and how strongly they bind. */
public enum ArithmeticOperator {
    OR("||", 1),
    AND("&&", 2),
    BIT_OR("|", 3),
    BIT_XOR("^", 4),
    BIT_AND("&", 5),
    EQUAL("==", 6),
    NOT_EQUAL("!=", 6),
    LESS("<", 7),
    LESS_OR_EQUAL("<=", 7),
    GREATER(">", 7),
    GREATER_OR_EQUAL(">=", 7),
    SHIFT_LEFT("<<", 8),
    SHIFT_RIGHT(">>", 8),
    ADD("+", 9),
    SUBTRACT("-", 9),
    MULTIPLY("*", 10),
    DIVIDE("/", 10),
    REMAINDER("%", 10),
    POWER("**", 11);

    private final String text;
    private final int precedence;

    ArithmeticOperator(String text, int precedence) {
        this.text = text;
        this.precedence = precedence;
    }

    /** As it is written. */
    public String text() {
        return text;
    }

    int precedence() {
        return precedence;
    }

    /** Whether {@code operator=} assigns. */
    boolean canAssign() {
        return precedence >= 3 && precedence != 6 && precedence != 7 && this != POWER;
    }
}
