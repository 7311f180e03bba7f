// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.Optional;

/**
 * One token: its kind and its half-open range of UTF-16 offsets.
 *
 * <p>A string with interpolations is several tokens: {@code "a\(} and {@code )b\(} and {@code )c"}, with the tokens of
 * the expressions between them.
 */
record Token(Kind kind, int start, int end) {
    Span span() {
        return new Span(start, end);
    }

    /** What tokens are told apart by. */
    enum Kind {
        END_OF_FILE,
        /** A comma that a line break stands for; empty span at the end of the line. */
        LINE_BREAK,
        COMMA(","),
        /** Already reported; stands where any token may have been meant. */
        ILLEGAL,

        IDENTIFIER,
        NULL("null"),
        TRUE("true"),
        FALSE("false"),
        FOR("for"),
        IN("in"),
        IF("if"),
        LET("let"),
        TRY("try"),
        ELSE("else"),
        FALLBACK("fallback"),
        OTHERWISE("otherwise"),
        FUNC("func"),

        NUMBER,
        /** A string or bytes without interpolations. */
        STRING,
        /** A string that does not end; already reported. */
        BROKEN_STRING,
        INTERPOLATION_START,
        INTERPOLATION_MIDDLE,
        INTERPOLATION_END,
        /** The end of a string with interpolations that does not end; already reported. */
        BROKEN_INTERPOLATION,
        ATTRIBUTE,
        BOTTOM("_|_"),

        PLUS("+"),
        MINUS("-"),
        STAR("*"),
        SLASH("/"),
        AMPERSAND("&"),
        BAR("|"),
        AND("&&"),
        OR("||"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_EQUAL("<="),
        GREATER(">"),
        GREATER_EQUAL(">="),
        MATCH("=~"),
        NOT_MATCH("!~"),
        ASSIGN("="),
        BANG("!"),
        QUESTION("?"),
        TILDE("~"),
        COLON(":"),
        DOT("."),
        ELLIPSIS("..."),
        OPEN_PARENTHESIS("("),
        CLOSE_PARENTHESIS(")"),
        OPEN_BRACKET("["),
        CLOSE_BRACKET("]"),
        OPEN_BRACE("{"),
        CLOSE_BRACE("}");

        private final String text;

        Kind() {
            this("");
        }

        Kind(String text) {
            this.text = text;
        }

        /** How it is written; empty if that differs from token to token. */
        String text() {
            return text;
        }

        /** Whether a name may be written with it after a dot and as a label: an identifier or any keyword. */
        boolean isName() {
            return compareTo(IDENTIFIER) >= 0 && compareTo(FUNC) <= 0;
        }

        /** Whether it separates declarations, elements and arguments. */
        boolean isComma() {
            return this == COMMA || this == LINE_BREAK;
        }

        /** Whether a line break after it stands for a comma. */
        boolean takesCommaAtLineEnd() {
            return switch (this) {
                case IDENTIFIER, NULL, TRUE, FALSE, FOR, IN, IF, LET, TRY, ELSE, FALLBACK, OTHERWISE, FUNC -> true;
                case NUMBER, STRING, BROKEN_STRING, INTERPOLATION_END, BROKEN_INTERPOLATION, ATTRIBUTE, BOTTOM -> true;
                case CLOSE_PARENTHESIS, CLOSE_BRACKET, CLOSE_BRACE, QUESTION, ELLIPSIS, ILLEGAL -> true;
                case END_OF_FILE, LINE_BREAK, COMMA, INTERPOLATION_START, INTERPOLATION_MIDDLE -> false;
                case PLUS, MINUS, STAR, SLASH, AMPERSAND, BAR, AND, OR, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL -> false;
                case GREATER, GREATER_EQUAL, MATCH, NOT_MATCH, ASSIGN, BANG, TILDE, COLON, DOT -> false;
                case OPEN_PARENTHESIS, OPEN_BRACKET, OPEN_BRACE -> false;
            };
        }

        /** What closes the bracket that this kind opens; empty if it opens none. */
        Optional<Kind> closer() {
            return switch (this) {
                case OPEN_PARENTHESIS -> Optional.of(CLOSE_PARENTHESIS);
                case OPEN_BRACKET -> Optional.of(CLOSE_BRACKET);
                case OPEN_BRACE -> Optional.of(CLOSE_BRACE);
                default -> Optional.empty();
            };
        }

        /** Whether it closes a parenthesis, bracket or brace. */
        boolean isCloser() {
            return this == CLOSE_PARENTHESIS || this == CLOSE_BRACKET || this == CLOSE_BRACE;
        }
    }
}
