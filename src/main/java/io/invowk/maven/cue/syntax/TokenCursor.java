// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.cue.syntax.Token.Kind;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A place in the tokens of a text: takes what is expected there, reports what is not, and moves on behind an error. */
final class TokenCursor {
    /** Deeper trees are refused, so that every stage may walk them recursively. */
    static final int MAX_NESTING = 200;

    private final SourceText source;
    private final Tokens tokens;
    private final Problems problems;
    /** The brackets that are open here, innermost first. */
    private Deque<Token> opened = new ArrayDeque<>();

    private final Map<String, String> names = new HashMap<>();
    private int index;
    /** The token at the index. */
    private Token token;

    private int nesting;
    private int deepest;

    TokenCursor(SourceText source, Problems problems) {
        this.source = source;
        this.tokens = Lexer.tokens(source, problems);
        this.token = tokens.get(0);
        this.problems = problems;
    }

    /** Ends the parsing of one declaration or element; its problem is reported. */
    static final class SyntaxError extends RuntimeException {
        private static final long serialVersionUID = 1;

        SyntaxError() {
            super(null, null, false, false);
        }
    }

    /** Ends the parsing of the text; its problem is reported. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooDeep() {
            super(null, null, false, false);
        }
    }

    /** The beginning of a declaration or element, to recover from an error in it. */
    record Mark(int index, int nesting, int opened) {}

    Problems problems() {
        return problems;
    }

    SourceText source() {
        return source;
    }

    /** The token that comes next. */
    Token token() {
        return token;
    }

    Kind kind() {
        return token.kind();
    }

    /** The kind of a later token. */
    Kind kind(int offset) {
        return kindAt(index + offset);
    }

    private Kind kindAt(int tokenIndex) {
        return tokens.kind(Math.min(tokenIndex, tokens.size() - 1));
    }

    boolean at(Kind kind) {
        return token.kind() == kind;
    }

    /** Whether an identifier of this spelling comes next. */
    boolean atWord(String word) {
        return at(Kind.IDENTIFIER) && text(token()).equals(word);
    }

    /** Whether a name or string comes next that is the label of a field. */
    boolean atSimpleLabel() {
        return isSimpleLabel(index);
    }

    private boolean isSimpleLabel(int tokenIndex) {
        Kind kind = kindAt(tokenIndex);
        return (kind.isName() || kind == Kind.STRING) && isColon(tokenIndex + 1);
    }

    /** Whether a colon comes next, or a constraint mark and a colon: what stands before is a label. */
    boolean atColon() {
        return isColon(index);
    }

    private boolean isColon(int tokenIndex) {
        Kind kind = kindAt(tokenIndex);
        return kind == Kind.COLON
                || ((kind == Kind.QUESTION || kind == Kind.BANG) && kindAt(tokenIndex + 1) == Kind.COLON);
    }

    /** Whether {@code name =} comes next. */
    boolean atAlias() {
        return at(Kind.IDENTIFIER) && kind(1) == Kind.ASSIGN;
    }

    /** A token as it is written. */
    String text(Token token) {
        return source.text().substring(token.start(), token.end());
    }

    /** The text of a name; a file has few of them, again and again. */
    String name(Token token) {
        return names.computeIfAbsent(text(token), Function.identity());
    }

    /** Takes the next token; the end of the file stays next. */
    Token next() {
        Token taken = token;
        if (taken.kind() != Kind.END_OF_FILE) {
            moveTo(index + 1);
        }
        return taken;
    }

    private void moveTo(int next) {
        index = next;
        token = tokens.get(next);
    }

    /** Takes the next token if it is of this kind; whether it was. */
    boolean accept(Kind kind) {
        if (at(kind)) {
            next();
            return true;
        }
        return false;
    }

    /** Takes a comma or line break, if there is one; whether there was. */
    boolean acceptComma() {
        if (kind().isComma()) {
            next();
            return true;
        }
        return false;
    }

    /** Takes the next token, which must be of this kind. */
    Token expect(Kind kind, String what) {
        if (!at(kind)) {
            throw unexpected(what);
        }
        return next();
    }

    /** An identifier that declares a name. */
    Name declaredName(String what) {
        Token token = expect(Kind.IDENTIFIER, what);
        checkDeclared(token);
        return new Name(token.span(), text(token));
    }

    /** Reports names that only the language itself declares. */
    void checkDeclared(Token token) {
        if (token.kind() == Kind.IDENTIFIER && text(token).startsWith("__")) {
            report(token.span(), "name \"" + text(token) + "\" begins with two underscores", "use another name");
        }
    }

    /** From the beginning of a span to the end of the token taken last. */
    Span from(Span start) {
        int end = index == 0 ? 0 : tokens.end(index - 1);
        return new Span(start.start(), Math.max(start.start(), end));
    }

    void report(Span span, String message, String help) {
        problems.report(problems.at(span, message).help(help));
    }

    /** Reports a problem; the exception is to be thrown. */
    SyntaxError fail(Span span, String message, String help) {
        return fail(problems.at(span, message).help(help));
    }

    private SyntaxError fail(Diagnostic diagnostic) {
        problems.report(diagnostic);
        return new SyntaxError();
    }

    /** Reports that something else should come next; the exception is to be thrown. */
    SyntaxError unexpected(String expected) {
        return reportedByLexer() ? new SyntaxError() : fail(unexpectedHere(expected));
    }

    /** Reports that something else should come next, with a cure; the exception is to be thrown. */
    SyntaxError unexpected(String expected, String help) {
        return reportedByLexer()
                ? new SyntaxError()
                : fail(unexpectedHere(expected).help(help));
    }

    private boolean reportedByLexer() {
        return switch (kind()) {
            case ILLEGAL, BROKEN_STRING, BROKEN_INTERPOLATION -> true;
            default -> false;
        };
    }

    private Diagnostic unexpectedHere(String expected) {
        return problems.at(hereSpan(), "expected " + expected + ", found " + here());
    }

    /** Where the next token is; the end of the file is where its last line with a token ends. */
    private Span hereSpan() {
        if (!at(Kind.END_OF_FILE) || index == 0) {
            return token().span();
        }
        int end = tokens.end(index - 1);
        return new Span(end, end);
    }

    private String here() {
        return switch (kind()) {
            case END_OF_FILE -> "the end of the file";
            case LINE_BREAK -> "the end of the line";
            case STRING, INTERPOLATION_START -> "a string";
            case INTERPOLATION_MIDDLE, INTERPOLATION_END -> "\")\"";
            default -> Problems.quoted(text(token()));
        };
    }

    /** Takes an opening bracket; {@link #close} takes what closes it. */
    Token open() {
        Token opening = next();
        opened.push(opening);
        return opening;
    }

    /**
     * Takes what closes the innermost bracket. At an outer bracket's end, at a field on a line of its own and at the end
     * of the file the opening bracket is to blame.
     *
     * @param expected what else could come next, for the message
     */
    void close(String expected) {
        Token opening = opened.element();
        Kind closer = opening.kind().closer().orElseThrow();
        if (accept(closer)) {
            opened.remove();
            return;
        }
        boolean outerFieldFollows = at(Kind.LINE_BREAK) && isOuterField(index + 1, opening);
        if (at(Kind.END_OF_FILE) || outerFieldFollows || endsOuterBracket(kind())) {
            throw unclosed();
        }
        if (reportedByLexer()) {
            throw new SyntaxError();
        }
        String either = expected.isEmpty() ? "" : expected + " or ";
        throw fail(unexpectedHere(either + "\"" + closer.text() + "\"")
                .also("\"" + opening.kind().text() + "\" is open", problems.place(opening.span())));
    }

    /** Reports that the innermost bracket is not closed; the exception is to be thrown. */
    SyntaxError unclosed() {
        Token opening = opened.element();
        Diagnostic unclosed = problems.at(opening.span(), "\"" + opening.kind().text() + "\" is not closed");
        if (kind().isCloser()) {
            unclosed = unclosed.also("found " + here() + " first", problems.place(token().span()));
        }
        String closer = opening.kind().closer().orElseThrow().text();
        return fail(unclosed.help("add \"" + closer + "\""));
    }

    /** Whether a field comes next that cannot stand in the innermost bracket, so that this is not closed. */
    boolean atOuterField() {
        return isOuterField(index, opened.element());
    }

    /** Fields stand in braces only: one on a later line, not indented more than the bracket's line, is outside of it. */
    private boolean isOuterField(int tokenIndex, Token opening) {
        if (!isSimpleLabel(tokenIndex)) {
            return false;
        }
        int label = tokens.get(tokenIndex).start();
        int lineStart = lineStart(label);
        return opening.start() < lineStart
                && source.text().substring(lineStart, label).isBlank()
                && label - lineStart <= indentation(opening.start());
    }

    private int lineStart(int offset) {
        return source.text().lastIndexOf('\n', offset - 1) + 1;
    }

    private int indentation(int offset) {
        int lineStart = lineStart(offset);
        int at = lineStart;
        while (source.text().charAt(at) == ' ' || source.text().charAt(at) == '\t') {
            at++;
        }
        return at - lineStart;
    }

    /** Whether a bracket that is open here has this closing bracket. */
    private boolean endsOuterBracket(Kind kind) {
        for (Token opening : opened) {
            if (closes(kind, opening.kind())) {
                return true;
            }
        }
        return false;
    }

    private static boolean closes(Kind closer, Kind opening) {
        return opening.closer().orElse(null) == closer;
    }

    /** Whether nothing more can stand in the innermost bracket, or in the file: reports and skips stray brackets. */
    boolean atEnd() {
        while (kind().isCloser() && !endsOuterBracket(kind())) {
            report(token().span(), "\"" + kind().text() + "\" closes nothing", "remove it");
            boolean alone = index == 0
                    || kindAt(index - 1).isComma()
                    || kindAt(index - 1).closer().isPresent();
            next();
            if (alone) {
                acceptComma();
            }
        }
        return at(Kind.END_OF_FILE) || kind().isCloser();
    }

    /** One level deeper, until {@link #leave}. */
    void enter() {
        nesting++;
        deepest = Math.max(deepest, nesting);
        checkDeepest();
    }

    void leave() {
        nesting--;
    }

    /** Before a left operand: forgets how deep the tree is so far; what it gives is for {@link #endChain}. */
    int beginChain() {
        int before = deepest;
        deepest = nesting;
        return before;
    }

    /** What was parsed since {@link #beginChain} becomes the left operand of one more operator. */
    void extendChain() {
        deepest++;
        checkDeepest();
    }

    void endChain(int before) {
        deepest = Math.max(before, deepest);
    }

    private void checkDeepest() {
        if (deepest > MAX_NESTING) {
            report(token().span(), "nested more than " + MAX_NESTING + " levels deep", "split it into several fields");
            throw new TooDeep();
        }
    }

    /** The beginning of a declaration or element. */
    Mark mark() {
        return new Mark(index, nesting, opened.size());
    }

    /**
     * After an error: moves behind the comma that ends the declaration or element, or to the bracket that closes what it
     * stands in.
     */
    void recover(Mark start) {
        nesting = start.nesting();
        deepest = nesting;
        while (opened.size() > start.opened()) {
            opened.remove();
        }
        Deque<Token> open = new ArrayDeque<>();
        for (int i = start.index(); i < tokens.size(); i++) {
            Kind kind = tokens.kind(i);
            if (kind.closer().isPresent() || kind == Kind.INTERPOLATION_START) {
                open.push(tokens.get(i));
            } else if (kind == Kind.INTERPOLATION_END || kind == Kind.BROKEN_INTERPOLATION) {
                closeInterpolation(open);
            } else if (kind.isCloser() && !closeBracket(open, kind) && i >= index && endsOuterBracket(kind)) {
                moveTo(i);
                return;
            } else if (kind.isComma() && endsDeclaration(open, i)) {
                moveTo(i + 1);
                return;
            }
        }
        moveTo(tokens.size() - 1);
    }

    /** Brackets that the interpolated expression left open end with it. */
    private static void closeInterpolation(Deque<Token> open) {
        boolean inside = open.stream().anyMatch(TokenCursor::isInterpolation);
        while (inside) {
            inside = !isInterpolation(open.remove());
        }
    }

    private static boolean isInterpolation(Token token) {
        return token.kind() == Kind.INTERPOLATION_START;
    }

    /** Closes the innermost bracket that fits; false if it is none of those opened since the declaration's beginning. */
    private static boolean closeBracket(Deque<Token> open, Kind closer) {
        Optional<Token> fitting = open.stream()
                .takeWhile(token -> !isInterpolation(token))
                .filter(token -> closes(closer, token.kind()))
                .findFirst();
        if (fitting.isEmpty()) {
            // In an interpolated expression a bracket cannot close anything outside of it.
            return open.stream().anyMatch(TokenCursor::isInterpolation);
        }
        while (!open.remove().equals(fitting.get())) {
            // Brackets within it that lack their end.
        }
        return true;
    }

    private boolean endsDeclaration(Deque<Token> open, int i) {
        if (open.isEmpty()) {
            return i >= index;
        }
        return i >= index - 1
                && open.stream()
                        .allMatch(token -> token.kind() == Kind.OPEN_PARENTHESIS || token.kind() == Kind.OPEN_BRACKET)
                && isOuterField(i + 1, open.element());
    }
}
