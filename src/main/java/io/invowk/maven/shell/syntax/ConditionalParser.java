// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the expression in {@code [[ ]]}. */
final class ConditionalParser {
    private static final Set<String> BINARY =
            Set.of("=", "==", "!=", "=~", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef");
    private static final String UNARY = "abcdefghknoprstuvwxzGLNORS";

    private final Parser parser;
    private final Input in;
    private final Lexer lexer;

    ConditionalParser(Parser parser, Input in, Lexer lexer) {
        this.parser = parser;
        this.in = in;
        this.lexer = lexer;
    }

    Conditional expression() {
        in.enter();
        Conditional left = and();
        while (next().isOperator("||")) {
            lexer.take();
            left = new Conditional.Or(left, and());
        }
        in.leave();
        return left;
    }

    private Conditional and() {
        Conditional left = not();
        while (next().isOperator("&&")) {
            lexer.take();
            left = new Conditional.And(left, not());
        }
        return left;
    }

    private Conditional not() {
        if (next().isBare("!")) {
            lexer.take();
            in.enter();
            Conditional operand = not();
            in.leave();
            return new Conditional.Not(operand);
        }
        return primary();
    }

    /** The next token behind line ends. */
    private Token next() {
        while (lexer.peekArgument(false).kind() == Token.Kind.NEWLINE) {
            lexer.take();
        }
        return lexer.peekArgument(false);
    }

    private Conditional primary() {
        Token token = next();
        if (token.isOperator("(")) {
            lexer.take();
            Conditional inner = expression();
            if (!next().isOperator(")")) {
                throw parser.unexpected(next());
            }
            lexer.take();
            return inner;
        }
        Word first = word();
        String operator = first.bare();
        Token second = lexer.peekArgument(false);
        if (operator != null && isUnary(operator) && isOperand(second)) {
            return new Conditional.Unary(operator, word());
        }
        String binary = binary(second);
        if (binary == null) {
            return new Conditional.Text(first);
        }
        lexer.take();
        Word right = binary.equals("=~") ? lexer.regex() : wordBehindNewlines();
        return new Conditional.Binary(binary, first, right);
    }

    private static boolean isUnary(String text) {
        return text.length() == 2 && text.charAt(0) == '-' && UNARY.indexOf(text.charAt(1)) >= 0;
    }

    /** Whether a token can be the operand of an operator before it. */
    private static boolean isOperand(Token token) {
        return token.word() != null && !token.isBare("]]") && !BINARY.contains(String.valueOf(token.bare()));
    }

    private static @Nullable String binary(Token token) {
        if (token.isOperator("<") || token.isOperator(">")) {
            return token.text();
        }
        String bare = token.bare();
        return bare != null && BINARY.contains(bare) ? bare : null;
    }

    private Word wordBehindNewlines() {
        next();
        return word();
    }

    private Word word() {
        Token token = next();
        if (token.word() == null || token.isBare("]]")) {
            throw parser.unexpected(token);
        }
        lexer.take();
        return token.word();
    }
}
