// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

/** Operators between two operands, and those of bounds. */
public enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    MATCH("=~"),
    NOT_MATCH("!~"),
    AND("&&"),
    OR("||"),
    /** Only before an operand. */
    NOT("!");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** How the operator is written. */
    public String symbol() {
        return symbol;
    }
}
