// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.shell.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts text into tokens (POSIX XCU 2.3), one at a time, since what comes next depends on the grammar. */
final class Lexer {
    /** Longer ones come first. */
    private static final String[] OPERATORS = {
        "&>>", "<<-", "<<<", ";;&", "&&", "||", ";;", ";&", "<<", ">>", "<&", ">&", "<>", ">|", "&>", "|&", "(", ")",
        "<", ">", ";", "&", "|"
    };

    private final Input in;
    private final WordReader words;
    private final List<HereDocument> pending = new ArrayList<>();
    private @Nullable Token next;
    private int end;

    Lexer(Input in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    /** The next token, where a command may begin and assignments are possible. */
    Token peek() {
        return peek(true, true);
    }

    /** The next token, where a word is an argument. */
    Token peekArgument(boolean assignable) {
        return peek(assignable, false);
    }

    private Token peek(boolean assignable, boolean commandPosition) {
        Token token = next;
        if (token == null) {
            token = read(assignable, commandPosition);
            next = token;
        }
        return token;
    }

    /** Takes the token that was looked at last. */
    Token take() {
        Token token = peek();
        next = null;
        end = token.end();
        if (token.kind() == Kind.NEWLINE) {
            readDocuments();
        }
        return token;
    }

    /** Forgets the token that was looked at: its text is read again. */
    void forget() {
        if (next != null) {
            in.at = next.start();
            next = null;
        }
    }

    /** Offset behind the token taken last. */
    int end() {
        return end;
    }

    /** Notes a here-document that begins behind this line. */
    void expect(HereDocument document) {
        pending.add(document);
    }

    /** Reads here-documents that no line end came for. */
    void finish() {
        if (!pending.isEmpty()) {
            readDocuments();
        }
    }

    private void readDocuments() {
        List<HereDocument> documents = List.copyOf(pending);
        pending.clear();
        documents.forEach(document -> HereDocumentReader.read(in, document));
    }

    void skipBlank() {
        while (true) {
            int c = in.peek();
            if (c == ' ' || c == '\t' || (c == '\r' && in.peek(1) == '\n')) {
                in.at++;
            } else if (c == '#') {
                int lineEnd = in.text().indexOf('\n', in.at);
                in.at = lineEnd < 0 ? in.text().length() : lineEnd;
            } else {
                return;
            }
        }
    }

    private Token read(boolean assignable, boolean commandPosition) {
        skipBlank();
        int start = in.at;
        int c = in.peek();
        if (c < 0) {
            return new Token(Kind.END, "", null, null, start, start);
        }
        if (c == '\n') {
            in.at++;
            return new Token(Kind.NEWLINE, "", null, null, start, in.at);
        }
        boolean process = (c == '<' || c == '>') && in.peek(1) == '(';
        if (WordEnding.isMetacharacter(c) && !process) {
            return operator(start);
        }
        Token number = ioNumber(start);
        return number != null ? number : word(start, assignable, commandPosition);
    }

    private Token operator(int start) {
        for (String operator : OPERATORS) {
            if (matches(operator)) {
                return new Token(Kind.OPERATOR, operator, null, null, start, in.at);
            }
        }
        throw new IllegalStateException("no operator at " + start);
    }

    /** Takes the operator if it is here, perhaps with line continuations inside. */
    private boolean matches(String operator) {
        int start = in.at;
        for (int i = 0; i < operator.length(); i++) {
            if (in.peek() != operator.charAt(i)) {
                in.at = start;
                return false;
            }
            in.at++;
        }
        return true;
    }

    /** Digits, or a variable's name in braces, right before a redirection. */
    private @Nullable Token ioNumber(int start) {
        int i = start;
        String text = in.text();
        if (text.startsWith("{", start)) {
            int end = Names.end(text, start + 1);
            boolean isLocation = end > start + 1 && (text.startsWith("}<", end) || text.startsWith("}>", end));
            if (isLocation) {
                in.at = end + 1;
                return new Token(Kind.IO_NUMBER, text.substring(start + 1, end), null, null, start, in.at);
            }
        }
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        boolean isNumber = i > start && i < text.length() && (text.charAt(i) == '<' || text.charAt(i) == '>');
        if (!isNumber) {
            return null;
        }
        in.at = i;
        return new Token(Kind.IO_NUMBER, text.substring(start, i), null, null, start, i);
    }

    private Token word(int start, boolean assignable, boolean commandPosition) {
        words.setCommandPosition(commandPosition);
        if (assignable) {
            Assignment assignment = new AssignmentReader(in, words, this).read();
            if (assignment != null) {
                Word whole = AssignmentReader.asWord(assignment);
                return new Token(Kind.WORD, "", whole, assignment, start, in.at);
            }
        }
        Word word = words.word();
        return new Token(Kind.WORD, "", word, null, start, in.at);
    }

    /** The regular expression that comes next. */
    Word regex() {
        forget();
        skipBlank();
        Word word = words.regex();
        end = in.at;
        return word;
    }
}
