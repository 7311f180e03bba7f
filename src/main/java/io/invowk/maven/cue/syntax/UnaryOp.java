// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

/** Operators that stand before their operand; they bind tighter than any binary one. */
public enum UnaryOp {
    /** Keeps a number. */
    PLUS("+"),
    /** Negates a number. */
    MINUS("-"),
    /** Negates a bool. */
    NOT("!"),
    /** A bound. */
    LESS("<"),
    /** A bound. */
    LESS_EQUAL("<="),
    /** A bound. */
    GREATER(">"),
    /** A bound. */
    GREATER_EQUAL(">="),
    /** A bound. */
    EQUAL("=="),
    /** A bound. */
    NOT_EQUAL("!="),
    /** A bound: matches a pattern. */
    MATCH("=~"),
    /** A bound: matches no pattern. */
    NOT_MATCH("!~"),
    /** A default mark that stands out of place; where it is allowed, the disjunction holds it. */
    MARK("*");

    private final String symbol;

    UnaryOp(String symbol) {
        this.symbol = symbol;
    }

    /** How the operator is written. */
    public String symbol() {
        return symbol;
    }
}
