// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an arithmetic expression in which everything is expanded already. */
public final class ArithmeticParser {
    /** Deeper expressions are refused. */
    static final int MAX_NESTING = 500;

    private static final ArithmeticOperator[] BY_LENGTH = {
        ArithmeticOperator.POWER,
        ArithmeticOperator.SHIFT_LEFT,
        ArithmeticOperator.SHIFT_RIGHT,
        ArithmeticOperator.LESS_OR_EQUAL,
        ArithmeticOperator.GREATER_OR_EQUAL,
        ArithmeticOperator.EQUAL,
        ArithmeticOperator.NOT_EQUAL,
        ArithmeticOperator.AND,
        ArithmeticOperator.OR,
        ArithmeticOperator.ADD,
        ArithmeticOperator.SUBTRACT,
        ArithmeticOperator.MULTIPLY,
        ArithmeticOperator.DIVIDE,
        ArithmeticOperator.REMAINDER,
        ArithmeticOperator.LESS,
        ArithmeticOperator.GREATER,
        ArithmeticOperator.BIT_AND,
        ArithmeticOperator.BIT_OR,
        ArithmeticOperator.BIT_XOR
    };

    private final String text;
    private int at;
    private int nesting;

    private ArithmeticParser(String text) {
        this.text = text;
    }

    /** A text is no expression; the message says why. */
    public static final class MalformedExpressionException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedExpressionException(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /** The expression that a text holds; an empty one is 0. */
    public static Arithmetic parse(String text) throws MalformedExpressionException {
        ArithmeticParser parser = new ArithmeticParser(text);
        parser.skipBlank();
        if (parser.at == text.length()) {
            return new Arithmetic.Constant(0);
        }
        Arithmetic tree = parser.sequence();
        if (parser.at < text.length()) {
            throw parser.malformed("unexpected " + parser.rest());
        }
        return tree;
    }

    private MalformedExpressionException malformed(String why) {
        return new MalformedExpressionException(why);
    }

    private String rest() {
        return at == text.length()
                ? "end of expression"
                : "\"" + text.substring(at).strip() + "\"";
    }

    private void skipBlank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private int peek(int offset) {
        return at + offset < text.length() ? text.charAt(at + offset) : -1;
    }

    private boolean accept(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        skipBlank();
        return true;
    }

    private Arithmetic sequence() throws MalformedExpressionException {
        Arithmetic first = assignment();
        if (peek() != ',') {
            return first;
        }
        List<Arithmetic> items = new ArrayList<>(List.of(first));
        while (accept(',')) {
            items.add(assignment());
        }
        return new Arithmetic.Sequence(items);
    }

    private Arithmetic assignment() throws MalformedExpressionException {
        if (++nesting > MAX_NESTING) {
            throw malformed("expression nests too deep");
        }
        Arithmetic left = conditional();
        int length = assignmentLength();
        if (length > 0) {
            if (!(left instanceof Arithmetic.Variable target)) {
                throw malformed("assignment to something that is no variable");
            }
            ArithmeticOperator operator = length == 1 ? null : operatorAt(at);
            at += length;
            skipBlank();
            left = new Arithmetic.Assign(target, operator, assignment());
        }
        nesting--;
        return left;
    }

    /** The length of the assignment operator here, 0 if there is none. */
    private int assignmentLength() {
        if (peek() == '=' && peek(1) != '=') {
            return 1;
        }
        ArithmeticOperator operator = operatorAt(at);
        return operator != null && operator.canAssign() && peek(operator.text().length()) == '='
                ? operator.text().length() + 1
                : 0;
    }

    private @Nullable ArithmeticOperator operatorAt(int offset) {
        for (ArithmeticOperator operator : BY_LENGTH) {
            if (text.startsWith(operator.text(), offset)) {
                return operator;
            }
        }
        return null;
    }

    private Arithmetic conditional() throws MalformedExpressionException {
        Arithmetic condition = binary(1);
        if (!accept('?')) {
            return condition;
        }
        Arithmetic then = sequence();
        if (!accept(':')) {
            throw malformed("expected \":\" before " + rest());
        }
        return new Arithmetic.Conditional(condition, then, assignment());
    }

    private Arithmetic binary(int least) throws MalformedExpressionException {
        Arithmetic left = unary();
        while (true) {
            ArithmeticOperator operator = operatorAt(at);
            if (operator == null || operator.precedence() < least || assignmentLength() > 0) {
                return left;
            }
            at += operator.text().length();
            skipBlank();
            if (++nesting > MAX_NESTING) {
                throw malformed("expression nests too deep");
            }
            boolean rightFirst = operator == ArithmeticOperator.POWER;
            Arithmetic right = binary(rightFirst ? operator.precedence() : operator.precedence() + 1);
            nesting--;
            left = new Arithmetic.Binary(operator, left, right);
        }
    }

    private Arithmetic unary() throws MalformedExpressionException {
        if (++nesting > MAX_NESTING) {
            throw malformed("expression nests too deep");
        }
        Arithmetic result;
        int c = peek();
        if ((c == '+' || c == '-') && peek(1) == c && Names.isStart(afterStep())) {
            at += 2;
            skipBlank();
            result = new Arithmetic.Step(variable(), c == '+' ? 1 : -1, true);
        } else if (c == '+' || c == '-' || c == '!' || c == '~') {
            at++;
            skipBlank();
            result = new Arithmetic.Unary((char) c, unary());
        } else {
            result = postfix();
        }
        nesting--;
        return result;
    }

    /** The first character behind {@code ++} and blanks. */
    private int afterStep() {
        int i = at + 2;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() ? text.charAt(i) : -1;
    }

    private Arithmetic postfix() throws MalformedExpressionException {
        int c = peek();
        if (c == '(') {
            at++;
            skipBlank();
            Arithmetic inner = sequence();
            if (!accept(')')) {
                throw malformed("expected \")\" before " + rest());
            }
            return inner;
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        if (!Names.isStart(c)) {
            throw malformed("operand expected before " + rest());
        }
        Arithmetic.Variable variable = variable();
        int sign = peek();
        if ((sign == '+' || sign == '-') && peek(1) == sign) {
            at += 2;
            skipBlank();
            return new Arithmetic.Step(variable, sign == '+' ? 1 : -1, false);
        }
        return variable;
    }

    private Arithmetic.Variable variable() throws MalformedExpressionException {
        int end = Names.end(text, at);
        if (end == at) {
            throw malformed("name expected before " + rest());
        }
        String name = text.substring(at, end);
        at = end;
        String subscript = null;
        if (peek() == '[') {
            int close = closingBracket(at);
            subscript = text.substring(at + 1, close);
            at = close + 1;
        }
        skipBlank();
        return new Arithmetic.Variable(name, subscript);
    }

    private int closingBracket(int open) throws MalformedExpressionException {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw malformed("expected \"]\"");
    }

    private Arithmetic number() throws MalformedExpressionException {
        int start = at;
        while (at < text.length() && isNumberPart(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(start, at);
        skipBlank();
        return new Arithmetic.Constant(
                NumberText.parse(digits).orElseThrow(() -> malformed("\"" + digits + "\" is no number")));
    }

    private static boolean isNumberPart(char c) {
        return Names.isPart(c) || c == '#' || c == '@';
    }
}
