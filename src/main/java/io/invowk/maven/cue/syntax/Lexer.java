// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.cue.syntax.Token.Kind;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Text to tokens: white space and comments left out, commas put in at line ends, strings cut at their interpolations.
 *
 * <p>Source: CUE spec, "Lexical elements". It finds where literals end; what they mean is decided by {@link
 * NumberLiteral} and {@link QuotedText}.
 */
final class Lexer {
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Map<String, Kind> KEYWORDS = keywords();

    private static Map<String, Kind> keywords() {
        Map<String, Kind> keywords = new HashMap<>();
        for (Kind kind : Kind.values()) {
            if (kind.isName() && kind != Kind.IDENTIFIER) {
                keywords.put(kind.text(), kind);
            }
        }
        return Map.copyOf(keywords);
    }

    private final String text;
    private final Problems problems;
    private final Tokens tokens;
    /** The strings whose interpolated expressions are being read, innermost first. */
    private final Deque<OpenString> strings = new ArrayDeque<>();

    private int at;
    private boolean commaAtLineEnd;
    private boolean inAttribute;

    private Lexer(SourceText source, Problems problems) {
        this.text = source.text();
        this.tokens = new Tokens(text.length());
        this.problems = problems;
    }

    /** All tokens in source order; the last is an {@code END_OF_FILE}. Problems are reported and passed over. */
    static Tokens tokens(SourceText source, Problems problems) {
        Lexer lexer = new Lexer(source, problems);
        lexer.run();
        return lexer.tokens;
    }

    /** A string that is interrupted by an expression. */
    private static final class OpenString {
        private final Quote quote;
        /** Where {@code \(} is. */
        private final Span opening;

        private int parentheses;

        OpenString(Quote quote, Span opening) {
            this.quote = quote;
            this.opening = opening;
        }
    }

    private void run() {
        reportEverywhere('\0', "illegal character U+0000");
        reportEverywhere(BYTE_ORDER_MARK, "byte order mark inside the text");
        while (skipToToken()) {
            token();
        }
        for (OpenString open : strings) {
            reportUnclosed(open);
            emit(Kind.BROKEN_INTERPOLATION, at);
        }
        lineBreak();
        emit(Kind.END_OF_FILE, at);
    }

    private void reportEverywhere(char c, String message) {
        for (int i = text.indexOf(c); i >= 0; i = text.indexOf(c, i + 1)) {
            problems.report(problems.at(new Span(i, i + 1), message).help("remove it"));
        }
    }

    private void reportUnclosed(OpenString open) {
        problems.report(
                problems.at(open.opening, "interpolation is not closed").help("add \")\" after the expression"));
    }

    private int peek(int offset) {
        return at + offset < text.length() ? text.charAt(at + offset) : END;
    }

    private boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    private void emit(Kind kind, int start) {
        tokens.add(kind, start, at);
        commaAtLineEnd = kind.takesCommaAtLineEnd();
    }

    private void operator(Kind kind) {
        at += kind.text().length();
        emit(kind, at - kind.text().length());
    }

    private void lineBreak() {
        if (commaAtLineEnd) {
            emit(Kind.LINE_BREAK, at);
        }
    }

    /** Skips white space and comments; whether there is a token. */
    private boolean skipToToken() {
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '\n' -> {
                    if (commaAtLineEnd && colonOrCommaFollows()) {
                        commaAtLineEnd = false;
                    }
                    lineBreak();
                    at++;
                }
                case ' ', '\t', '\r', '\0', BYTE_ORDER_MARK -> at++;
                case '/' -> {
                    if (peek(1) != '/') {
                        return true;
                    }
                    lineBreak();
                    int end = text.indexOf('\n', at);
                    at = end < 0 ? text.length() : end;
                }
                default -> {
                    return true;
                }
            }
        }
        return false;
    }

    /** JSON may begin a line with a colon or a comma. */
    private boolean colonOrCommaFollows() {
        int next = at;
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next < text.length() && (text.charAt(next) == ':' || text.charAt(next) == ',');
    }

    private void token() {
        int c = text.codePointAt(at);
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (c == '"' || c == '\'') {
            string(0);
        } else if (c == '#') {
            hash();
        } else if (c == '_' && startsWith(Kind.BOTTOM.text())) {
            operator(Kind.BOTTOM);
        } else if (isLetter(c)) {
            identifier();
        } else if (c == '@') {
            attribute();
        } else {
            punctuation(c);
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || isLetterBeyondAscii(c);
    }

    private static boolean isLetterBeyondAscii(int c) {
        return c > 0x7f && Character.isLetter(c);
    }

    private static boolean isIdentifierPart(int c) {
        return isLetter(c) || isDigit(c) || (c > 0x7f && Character.isDigit(c));
    }

    private void skipIdentifierParts() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!isIdentifierPart(c)) {
                return;
            }
            at += Character.charCount(c);
        }
    }

    private void identifier() {
        int start = at;
        int hash = peek(0) == '_' ? 1 : 0;
        at += peek(hash) == '#' ? hash + 1 : 0;
        if (at == start || (at < text.length() && isLetter(text.codePointAt(at)))) {
            skipIdentifierParts();
        }
        emit(KEYWORDS.getOrDefault(text.substring(start, at), Kind.IDENTIFIER), start);
    }

    /** A definition's name or a raw string. */
    private void hash() {
        int hashes = 1;
        while (peek(hashes) == '#') {
            hashes++;
        }
        if (peek(hashes) == '"' || peek(hashes) == '\'') {
            string(hashes);
        } else if (hashes == 1) {
            identifier();
        } else {
            int start = at;
            at += hashes;
            illegal(start, Problems.quoted(text.substring(start, at)) + " begins neither a name nor a raw string");
        }
    }

    private void number() {
        int start = at;
        boolean prefixed = peek(0) == '0' && peek(1) != END && "xXbo".indexOf(peek(1)) >= 0;
        skipIdentifierParts();
        if (!prefixed) {
            if (peek(0) == '.' && peek(1) != '.') {
                at++;
                skipIdentifierParts();
            }
            char last = text.charAt(at - 1);
            if ((last == 'e' || last == 'E') && (peek(0) == '+' || peek(0) == '-')) {
                at++;
                skipIdentifierParts();
            }
        }
        emit(Kind.NUMBER, start);
    }

    private void punctuation(int c) {
        switch (c) {
            case ',' -> operator(Kind.COMMA);
            case ':' -> operator(Kind.COLON);
            case '?' -> operator(Kind.QUESTION);
            case '~' -> operator(Kind.TILDE);
            case '+' -> operator(Kind.PLUS);
            case '-' -> operator(Kind.MINUS);
            case '*' -> operator(Kind.STAR);
            case '/' -> operator(Kind.SLASH);
            case '&' -> operator(peek(1) == '&' ? Kind.AND : Kind.AMPERSAND);
            case '|' -> operator(peek(1) == '|' ? Kind.OR : Kind.BAR);
            case '>' -> operator(peek(1) == '=' ? Kind.GREATER_EQUAL : Kind.GREATER);
            case '=' -> operator(peek(1) == '=' ? Kind.EQUAL : peek(1) == '~' ? Kind.MATCH : Kind.ASSIGN);
            case '!' -> operator(peek(1) == '=' ? Kind.NOT_EQUAL : peek(1) == '~' ? Kind.NOT_MATCH : Kind.BANG);
            case '<' -> less();
            case '.' -> dots();
            case '(' -> openParenthesis();
            case ')' -> closeParenthesis();
            case '[' -> operator(Kind.OPEN_BRACKET);
            case ']' -> operator(Kind.CLOSE_BRACKET);
            case '{' -> operator(Kind.OPEN_BRACE);
            case '}' -> operator(Kind.CLOSE_BRACE);
            default -> illegalCharacter(c);
        }
    }

    private void less() {
        if (peek(1) != '-') {
            operator(peek(1) == '=' ? Kind.LESS_EQUAL : Kind.LESS);
            return;
        }
        problems.report(problems.at(new Span(at, at + 2), "\"<-\" is no operator")
                .help("write \"< -\" for a bound below zero"));
        operator(Kind.LESS);
    }

    private void dots() {
        if (startsWith(Kind.ELLIPSIS.text())) {
            operator(Kind.ELLIPSIS);
        } else if (peek(1) == '.') {
            at += 2;
            illegal(at - 2, "\"..\" is no operator");
        } else {
            operator(Kind.DOT);
        }
    }

    private void openParenthesis() {
        if (!strings.isEmpty()) {
            strings.element().parentheses++;
        }
        operator(Kind.OPEN_PARENTHESIS);
    }

    private void closeParenthesis() {
        if (strings.isEmpty()) {
            operator(Kind.CLOSE_PARENTHESIS);
        } else if (strings.element().parentheses > 0) {
            strings.element().parentheses--;
            operator(Kind.CLOSE_PARENTHESIS);
        } else {
            Quote quote = strings.remove().quote;
            int start = at++;
            stringPiece(quote, start, false);
        }
    }

    private void illegal(int start, String message) {
        problems.report(problems.at(new Span(start, at), message));
        emit(Kind.ILLEGAL, start);
    }

    private void illegalCharacter(int c) {
        int start = at;
        at += Character.charCount(c);
        boolean visible = c > ' ' && c < 0x7f;
        String what = "illegal character " + (visible ? "\"" + (char) c + "\"" : String.format("U+%04X", c));
        switch (c) {
            case ';' -> {
                problems.report(problems.at(new Span(start, at), what).help("separate with a comma or a line break"));
                emit(Kind.COMMA, start);
            }
            case '%' -> illegal(start, what, "use mod(x, y) or rem(x, y) for a remainder");
            case '`' -> illegal(start, what, "write #\"...\"# for a string in which \"\\\" has no meaning");
            default -> illegal(start, what);
        }
    }

    private void illegal(int start, String message, String help) {
        problems.report(problems.at(new Span(start, at), message).help(help));
        emit(Kind.ILLEGAL, start);
    }

    /** A string that begins here, with a number of hashes before its quotes. */
    private void string(int hashes) {
        int start = at;
        Quote quote = Quote.opening(text, at, hashes);
        at += quote.length();
        if (quote.isMultiLine() && !skipLineBreak()) {
            problems.report(problems.at(new Span(start, at), "text after the opening quotes of a multi-line string")
                    .help("begin the text on the next line"));
            int closing = text.indexOf(quote.closing(), at);
            at = closing < 0 ? text.length() : closing + quote.length();
            emit(Kind.BROKEN_STRING, start);
            return;
        }
        stringPiece(quote, start, true);
    }

    private boolean skipLineBreak() {
        int length = startsWith("\r\n") ? 2 : startsWith("\n") ? 1 : 0;
        at += length;
        return length > 0;
    }

    /**
     * Reads on to the end of a string or to its next interpolation.
     *
     * @param start where the token begins; {@code at} is behind the quotes or the parenthesis
     * @param first whether this is the first piece of the string
     */
    private void stringPiece(Quote quote, int start, boolean first) {
        boolean lineStart = first && quote.isMultiLine();
        while (true) {
            if (!lineStart) {
                skipOrdinary(quote);
            }
            if (at >= text.length()) {
                break;
            }
            char c = text.charAt(at);
            if (c == '\n' && !quote.isMultiLine()) {
                break;
            }
            if (quote.closesAt(text, at) && (lineStart || !quote.isMultiLine())) {
                at += quote.length();
                emit(first ? Kind.STRING : Kind.INTERPOLATION_END, start);
                return;
            }
            lineStart = c == '\n' || (lineStart && (c == ' ' || c == '\t' || c == '\r'));
            if (!quote.escapesAt(text, at)) {
                at++;
                continue;
            }
            int escape = at;
            at += quote.escapeLength();
            if (peek(0) == '(' && inAttribute) {
                problems.report(problems.at(new Span(escape, at + 1), "interpolation in an attribute")
                        .help("write plain text"));
            } else if (peek(0) == '(') {
                at++;
                strings.push(new OpenString(quote, new Span(escape, at)));
                emit(first ? Kind.INTERPOLATION_START : Kind.INTERPOLATION_MIDDLE, start);
                return;
            }
            at += peek(0) == END || peek(0) == '\n' ? 0 : 1;
        }
        brokenString(quote, start, first);
    }

    /** Skips what means nothing but itself inside a line of a string. */
    private void skipOrdinary(Quote quote) {
        int next = at;
        while (next < text.length()) {
            char c = text.charAt(next);
            if (c == quote.mark() || c == '\\' || c == '\n') {
                break;
            }
            next++;
        }
        at = next;
    }

    private void brokenString(Quote quote, int start, boolean first) {
        OpenString enclosing = strings.peek();
        if (first
                && enclosing != null
                && enclosing.quote.endsLike(quote)
                && onOneLine(enclosing.opening.start(), start)) {
            // What looks like a new string is the end of the enclosing one, whose expression lacks its parenthesis.
            strings.remove();
            reportUnclosed(enclosing);
            emit(Kind.BROKEN_INTERPOLATION, start);
            return;
        }
        problems.report(problems.at(quote.span(), "string is not closed")
                .help(
                        quote.isMultiLine()
                                ? "end it with " + quote.closing() + " on a line of its own"
                                : "end it with " + quote.closing() + " on the same line"));
        emit(first ? Kind.BROKEN_STRING : Kind.BROKEN_INTERPOLATION, start);
    }

    private boolean onOneLine(int from, int to) {
        int lineEnd = text.indexOf('\n', from);
        return lineEnd < 0 || lineEnd > to;
    }

    /** {@code @name(body)} as one token; brackets in the body balance, strings in it are strings. */
    private void attribute() {
        int start = at++;
        int nameStart = at;
        skipIdentifierParts();
        if (at == nameStart || peek(0) != '(') {
            illegal(start, "attribute without a name and parentheses", "write @name(...), without spaces before \"(\"");
            return;
        }
        int open = at;
        Deque<Character> closers = new ArrayDeque<>();
        do {
            int c = peek(0);
            int before = at;
            switch (c) {
                case '(' -> closers.push(')');
                case '[' -> closers.push(']');
                case '{' -> closers.push('}');
                case ')', ']', '}' -> {
                    if (closers.pop() != c) {
                        at++;
                        illegal(before, "\"" + (char) c + "\" closes nothing in this attribute");
                        return;
                    }
                }
                case '"', '\'', '#' -> attributeString();
                case END -> {
                    problems.report(problems.at(new Span(open, open + 1), "attribute is not closed")
                            .help("add \")\""));
                    emit(Kind.ILLEGAL, start);
                    return;
                }
                default -> {}
            }
            if (at == before) {
                at++;
            }
        } while (!closers.isEmpty());
        emit(Kind.ATTRIBUTE, start);
    }

    /** Skips a string in the body of an attribute, or the hashes there, if no string begins behind them. */
    private void attributeString() {
        int hashes = 0;
        while (peek(hashes) == '#') {
            hashes++;
        }
        if (peek(hashes) != '"' && peek(hashes) != '\'') {
            at += hashes;
            return;
        }
        int count = tokens.size();
        inAttribute = true;
        string(hashes);
        inAttribute = false;
        tokens.cut(count);
    }
}
