// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

/** Operators between two operands, all left-associative; {@code |} is no such operator but a {@link Expr.Disjunction}. */
public enum BinaryOp {
    /** Product, or repetition of a string. */
    MULTIPLY("*", 7),
    /** Quotient. */
    DIVIDE("/", 7),
    /** Sum, or concatenation. */
    ADD("+", 6),
    /** Difference. */
    SUBTRACT("-", 6),
    /** Comparison. */
    EQUAL("==", 5),
    /** Comparison. */
    NOT_EQUAL("!=", 5),
    /** Comparison. */
    LESS("<", 5),
    /** Comparison. */
    LESS_EQUAL("<=", 5),
    /** Comparison. */
    GREATER(">", 5),
    /** Comparison. */
    GREATER_EQUAL(">=", 5),
    /** Pattern test. */
    MATCH("=~", 5),
    /** Pattern test. */
    NOT_MATCH("!~", 5),
    /** Logical and. */
    AND("&&", 4),
    /** Logical or. */
    OR("||", 3),
    /** Unification. */
    UNIFY("&", 2);

    private final String symbol;
    private final int precedence;

    BinaryOp(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /** How the operator is written. */
    public String symbol() {
        return symbol;
    }

    /** How tight the operator binds: 7 is the tightest, 2 the loosest; a disjunction counts as 1. */
    public int precedence() {
        return precedence;
    }
}
