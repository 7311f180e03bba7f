// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a word that may be an assignment: POSIX XCU 2.9.1, and arrays. */
final class AssignmentReader {
    private final Input in;
    private final WordReader words;
    private final Lexer lexer;

    AssignmentReader(Input in, WordReader words, Lexer lexer) {
        this.in = in;
        this.words = words;
        this.lexer = lexer;
    }

    /** The assignment here; null, and nothing is taken, if there is none. */
    @Nullable
    Assignment read() {
        int start = in.at;
        int end = Names.end(in.text(), start);
        int mark = in.mark();
        if (end == start) {
            return null;
        }
        String name = in.text().substring(start, end);
        in.at = end;
        Subscript subscript = null;
        if (in.peek() == '[' && closesBeforeAssignment(end)) {
            subscript = words.subscript();
        }
        int operator = operatorLength();
        if (operator == 0) {
            in.reset(start, mark);
            return null;
        }
        in.at += operator;
        List<Assignment.Element> elements = null;
        int valueStart = in.at;
        Word value;
        if (in.peek() == '(' && subscript == null) {
            elements = elements();
            value = Word.of(List.of(), in.span(valueStart, valueStart));
        } else {
            value = words.word();
        }
        return new Assignment(name, subscript, operator == 2, value, elements, in.span(start, in.at));
    }

    /** Whether the bracket here is closed in this line, and an assignment operator follows. */
    private boolean closesBeforeAssignment(int open) {
        String text = in.text();
        int depth = 0;
        for (int i = open; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = text.indexOf(c, i + 1);
                if (i < 0) {
                    return false;
                }
            } else if (c == '\\') {
                i++;
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0) {
                return text.startsWith("=", i + 1) || text.startsWith("+=", i + 1);
            }
        }
        return false;
    }

    private int operatorLength() {
        if (in.peek() == '=') {
            return 1;
        }
        return in.peek() == '+' && in.peek(1) == '=' ? 2 : 0;
    }

    private List<Assignment.Element> elements() {
        int open = in.at++;
        List<Assignment.Element> elements = new ArrayList<>();
        while (true) {
            lexer.skipBlank();
            int c = in.peek();
            if (c == '\n') {
                in.at++;
            } else if (c == ')') {
                in.at++;
                return elements;
            } else if (c < 0) {
                throw in.error(open, open + 1, "this parenthesis is not closed");
            } else {
                elements.add(element());
            }
        }
    }

    private Assignment.Element element() {
        int start = in.at;
        Subscript key = null;
        boolean append = false;
        if (in.peek() == '[' && closesBeforeAssignment(in.at)) {
            key = words.subscript();
            append = in.peek() == '+';
            in.at += append ? 2 : 1;
        }
        words.setCommandPosition(false);
        Word value = words.word();
        if (key == null && in.at == start) {
            throw in.error(start, start + 1, "this cannot stand among the elements of an array");
        }
        return new Assignment.Element(key, append, value);
    }

    /** The assignment as an ordinary word. */
    static Word asWord(Assignment assignment) {
        PartsBuilder parts = new PartsBuilder();
        parts.literal(assignment.name());
        Subscript subscript = assignment.subscript();
        if (subscript != null) {
            parts.literal("[");
            subscript.key().parts().forEach(part -> addPart(parts, part));
            parts.literal("]");
        }
        parts.literal(assignment.append() ? "+=" : "=");
        assignment.value().parts().forEach(part -> addPart(parts, part));
        Span span = assignment.span();
        return parts.word(span);
    }

    private static void addPart(PartsBuilder parts, WordPart part) {
        if (part instanceof WordPart.Literal literal) {
            parts.literal(literal.text());
        } else {
            parts.add(part);
        }
    }
}
