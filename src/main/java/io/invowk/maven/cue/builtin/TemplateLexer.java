// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.builtin.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes a template apart: text, and tokens of the actions in double braces. Comments leave nothing. */
final class TemplateLexer {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String SPACES = " \t\r\n";
    /** What may follow a name. */
    private static final String AFTER_NAME = SPACES + ".,|:)(";
    /** What may follow a number. */
    private static final String AFTER_NUMBER = SPACES + ",|)";

    private final TemplateSource source;
    private final String text;
    private final List<TemplateToken> tokens = new ArrayList<>();
    private int at;
    private int parens;

    private TemplateLexer(TemplateSource source) {
        this.source = source;
        this.text = source.text();
    }

    /** All tokens, the last of kind {@code END}. */
    static List<TemplateToken> tokens(TemplateSource source) {
        TemplateLexer lexer = new TemplateLexer(source);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        boolean trimmed = false;
        while (true) {
            int open = text.indexOf(OPEN, at);
            int end = open < 0 ? text.length() : open;
            boolean trims = open >= 0 && trimsBefore(open + OPEN.length());
            text(end, trimmed, trims);
            if (open < 0) {
                add(Kind.END, "", text.length(), false);
                return;
            }
            at = open + OPEN.length() + (trims ? 2 : 0);
            trimmed = text.startsWith("/*", at) ? comment(open) : action(open);
        }
    }

    private void text(int end, boolean trimStart, boolean trimEnd) {
        int from = at;
        int to = end;
        while (trimStart && from < to && isSpace(from)) {
            from++;
        }
        while (trimEnd && to > from && isSpace(to - 1)) {
            to--;
        }
        if (from < to) {
            add(Kind.TEXT, text.substring(from, to), from, false);
        }
        at = end;
    }

    private boolean isSpace(int i) {
        return i < text.length() && SPACES.indexOf(text.charAt(i)) >= 0;
    }

    private boolean trimsBefore(int i) {
        return text.startsWith("-", i) && isSpace(i + 1);
    }

    /** A space, a minus sign and the end of an action. */
    private boolean trimsAfter(int i) {
        return isSpace(i) && text.startsWith("-" + CLOSE, i + 1);
    }

    private boolean comment(int open) {
        int end = text.indexOf("*/", at);
        if (end < 0) {
            throw source.problem(open, "this comment is not closed");
        }
        at = end + 2;
        boolean trims = trimsAfter(at);
        at += trims ? 2 : 0;
        if (!text.startsWith(CLOSE, at)) {
            throw source.problem(at, "only \"}}\" or \" -}}\" may follow a comment");
        }
        at += CLOSE.length();
        return trims;
    }

    /** Reads to the end of an action; tells whether that trims the text behind it. */
    private boolean action(int open) {
        add(Kind.OPEN, "", open, false);
        parens = 0;
        boolean spaced = false;
        while (true) {
            boolean trims = trimsAfter(at);
            if (trims || text.startsWith(CLOSE, at)) {
                at += trims ? 2 : 0;
                if (parens > 0) {
                    throw source.problem(at, "a \")\" is missing");
                }
                add(Kind.CLOSE, "", at, spaced);
                at += CLOSE.length();
                return trims;
            }
            if (at >= text.length()) {
                throw source.problem(open, "this action is not closed");
            }
            if (isSpace(at)) {
                at++;
                spaced = true;
            } else {
                token(spaced);
                spaced = false;
            }
        }
    }

    private void token(boolean spaced) {
        int from = at;
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == ':' && next == '=') {
            sign(Kind.DECLARE, 2, spaced);
        } else if (c == '"' || c == '\'') {
            quoted(c);
            add(c == '"' ? Kind.STRING : Kind.CHARACTER, text.substring(from, at), from, spaced);
        } else if (c == '`') {
            raw();
            add(Kind.STRING, text.substring(from, at), from, spaced);
        } else if (isDigit(c) || (("+-.".indexOf(c) >= 0) && isDigit(next)) || isSignedFraction(c, next)) {
            number();
            add(Kind.NUMBER, text.substring(from, at), from, spaced);
        } else if (c == '.' || c == '$') {
            at++;
            name();
            boolean dot = c == '.' && at == from + 1;
            add(dot ? Kind.DOT : c == '.' ? Kind.FIELD : Kind.VARIABLE, text.substring(from + 1, at), from, spaced);
        } else if (isNamePart(text.codePointAt(at))) {
            name();
            add(Kind.WORD, text.substring(from, at), from, spaced);
        } else {
            punctuation(c, spaced);
        }
    }

    private void punctuation(char c, boolean spaced) {
        switch (c) {
            case '|' -> sign(Kind.PIPE, 1, spaced);
            case '=' -> sign(Kind.ASSIGN, 1, spaced);
            case ',' -> sign(Kind.COMMA, 1, spaced);
            case '(' -> {
                parens++;
                sign(Kind.LEFT, 1, spaced);
            }
            case ')' -> {
                parens--;
                if (parens < 0) {
                    throw source.problem(at, "no \"(\" stands before this \")\"");
                }
                sign(Kind.RIGHT, 1, spaced);
            }
            default -> throw unexpected();
        }
    }

    private CallException unexpected() {
        return source.problem(at, "unexpected \"" + Character.toString(text.codePointAt(at)) + "\"");
    }

    private void sign(Kind kind, int length, boolean spaced) {
        add(kind, "", at, spaced);
        at += length;
    }

    private void add(Kind kind, String of, int offset, boolean spaced) {
        tokens.add(new TemplateToken(kind, of, offset, spaced));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean isSignedFraction(char c, char next) {
        return (c == '+' || c == '-') && next == '.' && at + 2 < text.length() && isDigit(text.charAt(at + 2));
    }

    private static boolean isNamePart(int rune) {
        return rune == '_' || Character.isLetter(rune) || Character.isDigit(rune);
    }

    private void name() {
        while (at < text.length() && isNamePart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        checkNext(AFTER_NAME);
    }

    private void checkNext(String allowed) {
        boolean ends = at >= text.length() || text.startsWith(CLOSE, at) || allowed.indexOf(text.charAt(at)) >= 0;
        if (!ends) {
            throw unexpected();
        }
    }

    private void number() {
        String exponents = text.startsWith("0x", at) || text.startsWith("0X", at) ? "pP" : "eE";
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean sign = (c == '+' || c == '-') && exponents.indexOf(text.charAt(at - 1)) >= 0;
            if (!sign && c != '.' && !isNamePart(c)) {
                break;
            }
            at++;
        }
        checkNext(AFTER_NUMBER);
    }

    private void quoted(char quote) {
        int open = at;
        at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' && !text.startsWith("\n", at + 1) ? 2 : 1;
        }
        if (at >= text.length() || text.charAt(at) != quote) {
            throw source.problem(open, "this quote is not closed");
        }
        at++;
    }

    private void raw() {
        int end = text.indexOf('`', at + 1);
        if (end < 0) {
            throw source.problem(at, "this quote is not closed");
        }
        at = end + 1;
    }
}
