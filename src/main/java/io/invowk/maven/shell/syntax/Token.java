// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A token of the grammar.
 *
 * @param text the operator, or the digits of an IO number; empty otherwise
 * @param word the word, only of a word
 * @param assignment what the word assigns, if it was read where that is possible
 * @param start offset in the text that is read
 * @param end offset behind it
 */
record Token(
        Kind kind,
        String text,
        @Nullable Word word,
        @Nullable Assignment assignment,
        int start,
        int end) {
    enum Kind {
        WORD,
        IO_NUMBER,
        OPERATOR,
        NEWLINE,
        END
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** The text of a word that is bare; else null. */
    @Nullable
    String bare() {
        return word == null ? null : word.bare();
    }

    boolean isBare(String text) {
        return text.equals(bare());
    }

    /** What messages call it. */
    String description(String source) {
        return switch (kind) {
            case END -> "end of script";
            case NEWLINE -> "end of line";
            case WORD, IO_NUMBER, OPERATOR -> "\"" + source.substring(start, end) + "\"";
        };
    }
}
