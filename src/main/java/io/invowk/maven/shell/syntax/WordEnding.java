// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

/** Where the text of a word ends, besides the end of all. */
enum WordEnding {
    WORD,
    BRACE,
    BRACE_OR_SLASH,
    BRACKET,
    PARENTHESIS,
    REGEX,
    QUOTE,
    NOWHERE;

    private static final String METACHARACTERS = " \t\n;&|<>()";

    /** Whether a character ends words that are not quoted. */
    static boolean isMetacharacter(int c) {
        return METACHARACTERS.indexOf(c) >= 0;
    }

    boolean isAt(int c) {
        return switch (this) {
            case WORD -> isMetacharacter(c);
            case BRACE -> c == '}';
            case BRACE_OR_SLASH -> c == '}' || c == '/';
            case BRACKET -> c == ']';
            case PARENTHESIS -> c == ')';
            case REGEX -> c == ' ' || c == '\t' || c == '\n';
            case QUOTE -> c == '"';
            case NOWHERE -> false;
        };
    }
}
