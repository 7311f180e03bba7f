// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

/**
 * A piece of a template.
 *
 * @param text of a field and a variable the name alone; of the text between actions what trimming leaves of it
 * @param spaced whether white space stands before it, inside an action
 */
record TemplateToken(Kind kind, String text, int offset, boolean spaced) {
    enum Kind {
        /** What stands between actions. */
        TEXT("text"),
        OPEN("{{"),
        CLOSE("}}"),
        /** A keyword, a function or a constant by name. */
        WORD("a word"),
        /** A dot and a name. */
        FIELD("a field"),
        DOT("."),
        /** A dollar sign and a name, which may be empty. */
        VARIABLE("a variable"),
        STRING("a string"),
        CHARACTER("a character"),
        NUMBER("a number"),
        PIPE("|"),
        LEFT("("),
        RIGHT(")"),
        DECLARE(":="),
        ASSIGN("="),
        COMMA(","),
        END("the end");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** How a message names it. */
    String described() {
        return switch (kind) {
            case WORD, STRING, CHARACTER, NUMBER -> "\"" + text + "\"";
            case FIELD -> "\"." + text + "\"";
            case VARIABLE -> "\"$" + text + "\"";
            case TEXT, END -> kind.words;
            case OPEN, CLOSE, DOT, PIPE, LEFT, RIGHT, DECLARE, ASSIGN, COMMA -> "\"" + kind.words + "\"";
        };
    }
}
