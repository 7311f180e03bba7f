// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.UserException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads parameter expansions in braces (POSIX XCU 2.6.2), with what bash adds to them. */
final class BraceReader {
    private static final String TRANSFORMATIONS = "QEPAaULukK";

    private final Input in;
    private final WordReader words;

    BraceReader(Input in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    /** The parameter expansion behind a dollar sign and a brace, up to and with its closing brace. */
    ParameterExpansion expansion(int start, boolean quoted) {
        int c = in.peek();
        if (c == '#' && isLength()) {
            in.at++;
            String name = parameter(start);
            Subscript subscript = subscript(name);
            return closed(start, name, subscript, false, new ParameterOperation.Length());
        }
        boolean indirect = c == '!'
                && (Names.isPart(in.peek(1))
                        || in.peek(1) == '@'
                        || in.peek(1) == '*'
                        || (in.peek(1) == '#' && in.peek(2) == '}'));
        if (indirect) {
            in.at++;
        }
        String name = parameter(start);
        if (indirect && (in.peek() == '*' || in.peek() == '@') && in.peek(1) == '}') {
            boolean separate = in.peek() == '@';
            in.at++;
            return closed(start, name, null, false, new ParameterOperation.NamesWithPrefix(separate));
        }
        Subscript subscript = subscript(name);
        if (indirect && subscript != null && !subscript.isOne() && in.peek() == '}') {
            return closed(start, name, subscript, false, new ParameterOperation.Keys());
        }
        return closed(start, name, subscript, indirect, operation(start, quoted));
    }

    /** Whether {@code #} asks for a length here, and is not itself the parameter. */
    private boolean isLength() {
        int next = in.peek(1);
        if (Names.isPart(next)) {
            return true;
        }
        return Names.isSpecialParameter(next) && in.peek(2) == '}';
    }

    private ParameterExpansion closed(
            int start, String name, @Nullable Subscript subscript, boolean indirect, ParameterOperation operation) {
        if (in.peek() < 0) {
            throw in.error(start, start + 2, "this brace is not closed");
        }
        if (in.peek() != '}') {
            throw badSubstitution(start);
        }
        in.at++;
        return new ParameterExpansion(
                name, ParameterExpansion.kindOf(name), subscript, indirect, operation, in.span(start, in.at));
    }

    private UserException badSubstitution(int start) {
        int end = in.text().indexOf('}', start);
        return in.error(start, end < 0 ? in.at : end + 1, "this is no parameter expansion that the shell knows");
    }

    private String parameter(int start) {
        int c = in.peek();
        if (Names.isStart(c)) {
            return words.name();
        }
        if (c >= '0' && c <= '9') {
            StringBuilder digits = new StringBuilder();
            for (; c >= '0' && c <= '9'; c = in.peek()) {
                digits.append((char) c);
                in.at++;
            }
            return digits.toString();
        }
        if (!Names.isSpecialParameter(c)) {
            throw c < 0 ? in.error(start, start + 2, "this brace is not closed") : badSubstitution(start);
        }
        in.at++;
        return Character.toString(c);
    }

    private @Nullable Subscript subscript(String name) {
        if (in.peek() != '[' || !Names.isStart(name.charAt(0))) {
            return null;
        }
        return words.subscript();
    }

    private ParameterOperation operation(int start, boolean quoted) {
        int c = in.peek();
        if (c == '}') {
            return new ParameterOperation.Value();
        }
        if (c < 0) {
            throw in.error(start, start + 2, "this brace is not closed");
        }
        in.at++;
        return switch (c) {
            case ':' -> colon(quoted);
            case '-', '=', '?', '+' -> new ParameterOperation.Substitute((char) c, false, words.operand(quoted));
            case '#', '%' -> {
                boolean longest = accept(c);
                yield new ParameterOperation.Trim(c == '%', longest, words.unquoted("", WordEnding.BRACE));
            }
            case '/' -> replace();
            case '^', ',' -> {
                boolean all = accept(c);
                Word pattern = in.peek() == '}' ? null : words.unquoted("", WordEnding.BRACE);
                yield new ParameterOperation.ChangeCase(c == '^', all, pattern);
            }
            case '@' -> {
                int letter = in.peek();
                if (letter < 0 || TRANSFORMATIONS.indexOf(letter) < 0) {
                    throw badSubstitution(start);
                }
                in.at++;
                yield new ParameterOperation.Transform((char) letter);
            }
            default -> throw badSubstitution(start);
        };
    }

    private ParameterOperation colon(boolean quoted) {
        int operator = in.peek();
        if (operator >= 0 && "-=?+".indexOf(operator) >= 0) {
            in.at++;
            return new ParameterOperation.Substitute((char) operator, true, words.operand(quoted));
        }
        return slice();
    }

    private boolean accept(int c) {
        boolean found = in.peek() == c;
        in.at += found ? 1 : 0;
        return found;
    }

    private ParameterOperation slice() {
        ArithmeticText offset = words.expressionUntil(":}");
        ArithmeticText length = null;
        if (in.peek() == ':') {
            in.at++;
            length = words.expressionUntil(":}");
        }
        return new ParameterOperation.Slice(offset, length);
    }

    private ParameterOperation replace() {
        ParameterOperation.Replace.Where where = ParameterOperation.Replace.Where.FIRST;
        if (accept('/')) {
            where = ParameterOperation.Replace.Where.ALL;
        } else if (accept('#')) {
            where = ParameterOperation.Replace.Where.PREFIX;
        } else if (accept('%')) {
            where = ParameterOperation.Replace.Where.SUFFIX;
        }
        Word pattern = replacedPattern(where == ParameterOperation.Replace.Where.ALL);
        Word replacement =
                accept('/') ? words.unquoted("", WordEnding.BRACE) : Word.of(List.of(), in.span(in.at, in.at));
        return new ParameterOperation.Replace(where, pattern, replacement);
    }

    /** The pattern, which may begin with a slash if all matches are replaced: then another slash ends it. */
    private Word replacedPattern(boolean all) {
        return words.unquoted(all && accept('/') ? "/" : "", WordEnding.BRACE_OR_SLASH);
    }
}
