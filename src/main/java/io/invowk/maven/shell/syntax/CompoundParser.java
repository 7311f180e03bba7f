// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.shell.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads compound commands: POSIX XCU 2.9.4, and those of bash. */
final class CompoundParser {
    private final Parser parser;
    private final Input in;
    private final Lexer lexer;
    private final WordReader words;

    CompoundParser(Parser parser, Input in, Lexer lexer, WordReader words) {
        this.parser = parser;
        this.in = in;
        this.lexer = lexer;
        this.words = words;
    }

    /** The compound command that begins with a token; null, and nothing is taken, if none does. */
    @Nullable
    Command compound(Token token) {
        if (token.isOperator("(")) {
            return parenthesis(token);
        }
        String bare = token.bare();
        if (bare == null) {
            return null;
        }
        return switch (bare) {
            case "{" -> group();
            case "if" -> ifClause();
            case "while" -> loop(false);
            case "until" -> loop(true);
            case "for" -> forClause();
            case "select" -> select();
            case "case" -> caseClause();
            case "function" -> function();
            case "[[" -> conditional();
            default -> null;
        };
    }

    /** A compound command with the redirections that follow it. */
    Command redirected(Command command) {
        if (command instanceof Command.Function) {
            return command;
        }
        List<Redirection> redirections = new ArrayList<>();
        int line = in.line(lexer.end());
        while (SimpleCommandParser.startsRedirection(lexer.peek())) {
            redirections.add(new SimpleCommandParser(parser, in, lexer, parser.aliases()).redirection());
        }
        return redirections.isEmpty() ? command : new Command.Redirected(command, redirections, line);
    }

    /** The command of {@code command |& other}: its errors go into the pipe, too. */
    Command withErrorsToo(Command command, Token pipe) {
        Span span = in.span(pipe.start(), pipe.end());
        Word one = Word.of(List.of(new WordPart.Literal("1")), span);
        Redirection both = new Redirection(Redirection.Operator.DUPLICATE_OUTPUT, null, 2, one, null, span);
        return new Command.Redirected(command, List.of(both), in.line(pipe.start()));
    }

    private Command parenthesis(Token token) {
        if (in.text().startsWith("((", token.start())) {
            int mark = in.mark();
            lexer.forget();
            in.at = token.start() + 2;
            ArithmeticText expression = words.arithmeticInParentheses();
            if (expression != null) {
                return new Command.ArithmeticCommand(expression, in.line(token.start()));
            }
            in.reset(token.start(), mark);
        }
        Token open = lexer.take();
        Command body = parser.compoundList();
        closeWith(")", open);
        return new Command.Subshell(body);
    }

    private void closeWith(String closing, Token opening) {
        Token token = lexer.peek();
        boolean closed = token.isBare(closing) || token.isOperator(closing);
        if (!closed && token.kind() == Kind.END) {
            throw in.error(
                    opening.start(),
                    opening.end(),
                    opening.description(in.text()) + " is not closed by \"" + closing + "\"");
        }
        if (!closed) {
            throw in.error(
                    token.start(),
                    token.end(),
                    "unexpected " + token.description(in.text()) + ", expected \"" + closing + "\"");
        }
        lexer.take();
    }

    private Command group() {
        Token open = lexer.take();
        Command body = parser.compoundList();
        closeWith("}", open);
        return new Command.Group(body);
    }

    private Command ifClause() {
        Token open = lexer.take();
        Command command = branches(open);
        closeWith("fi", open);
        return command;
    }

    private Command branches(Token open) {
        Command condition = parser.compoundList();
        closeWith("then", open);
        Command then = parser.compoundList();
        if (lexer.peek().isBare("elif")) {
            in.enter();
            Token elif = lexer.take();
            Command.If result = new Command.If(condition, then, branches(elif));
            in.leave();
            return result;
        }
        Command otherwise = null;
        if (lexer.peek().isBare("else")) {
            lexer.take();
            otherwise = parser.compoundList();
        }
        return new Command.If(condition, then, otherwise);
    }

    private Command loop(boolean until) {
        Token open = lexer.take();
        Command condition = parser.compoundList();
        return new Command.Loop(until, condition, doGroup(open));
    }

    private Command doGroup(Token open) {
        if (lexer.peek().isBare("{")) {
            return group();
        }
        closeWith("do", open);
        Command body = parser.compoundList();
        closeWith("done", open);
        return body;
    }

    private Command forClause() {
        Token open = lexer.take();
        int line = in.line(open.start());
        lexer.skipBlank();
        if (in.lookingAt("((")) {
            return countingFor(open, line);
        }
        String name = loopVariable();
        List<Word> words = loopWords();
        return new Command.For(name, words, doGroup(open), line);
    }

    private Command select() {
        Token open = lexer.take();
        int line = in.line(open.start());
        String name = loopVariable();
        List<Word> words = loopWords();
        return new Command.Select(name, words, doGroup(open), line);
    }

    private Command countingFor(Token open, int line) {
        int start = in.at;
        in.at += 2;
        List<ArithmeticText> three = words.threeExpressions();
        if (three == null) {
            throw in.error(start, start + 2, "three expressions and \"))\" should follow");
        }
        if (lexer.peek().isOperator(";")) {
            lexer.take();
        }
        parser.skipNewlines();
        return new Command.CountingFor(
                unlessEmpty(three.get(0)), unlessEmpty(three.get(1)), unlessEmpty(three.get(2)), doGroup(open), line);
    }

    private static @Nullable ArithmeticText unlessEmpty(ArithmeticText expression) {
        String fixed = expression.text().fixed();
        boolean empty = expression.text().isEmpty() || (fixed != null && fixed.isBlank());
        return empty ? null : expression;
    }

    private String loopVariable() {
        Token token = lexer.peekArgument(false);
        String name = token.bare();
        if (name == null || !Names.isName(name)) {
            throw in.error(
                    token.start(),
                    token.end(),
                    "a variable's name should come here, not " + token.description(in.text()));
        }
        lexer.take();
        return name;
    }

    /** The words behind {@code in}, up to the end of the line; null without {@code in}. */
    private @Nullable List<Word> loopWords() {
        parser.skipNewlines();
        if (!lexer.peek().isBare("in")) {
            if (lexer.peek().isOperator(";")) {
                lexer.take();
            }
            parser.skipNewlines();
            return null;
        }
        lexer.take();
        List<Word> words = new ArrayList<>();
        while (true) {
            Token token = lexer.peekArgument(false);
            Word word = token.word();
            if (word == null) {
                break;
            }
            lexer.take();
            words.add(word);
        }
        Token token = lexer.peek();
        if (token.isOperator(";")) {
            lexer.take();
        } else if (token.kind() != Kind.NEWLINE) {
            throw parser.unexpected(token);
        }
        parser.skipNewlines();
        return words;
    }

    private Command caseClause() {
        Token open = lexer.take();
        Token subject = lexer.peekArgument(false);
        Word word = subject.word();
        if (word == null) {
            throw parser.unexpected(subject);
        }
        lexer.take();
        parser.skipNewlines();
        closeWith("in", open);
        List<Command.Case.Item> items = new ArrayList<>();
        skipNewlinesBeforeWord();
        while (!lexer.peekArgument(false).isBare("esac")) {
            if (lexer.peek().kind() == Kind.END) {
                closeWith("esac", open);
            }
            items.add(caseItem(open));
            skipNewlinesBeforeWord();
        }
        lexer.take();
        return new Command.Case(word, items, in.line(open.start()));
    }

    private Command.Case.Item caseItem(Token open) {
        if (lexer.peekArgument(false).isOperator("(")) {
            lexer.take();
        }
        List<Word> patterns = new ArrayList<>();
        do {
            Token token = lexer.peekArgument(false);
            if (token.word() == null) {
                throw parser.unexpected(token);
            }
            lexer.take();
            patterns.add(token.word());
        } while (accept("|"));
        Token close = lexer.peekArgument(false);
        if (!close.isOperator(")")) {
            throw parser.unexpected(close);
        }
        lexer.take();
        Command body = parser.optionalCompoundList();
        Command.Case.Next next = Command.Case.Next.END;
        if (accept(";&")) {
            next = Command.Case.Next.FALL_THROUGH;
        } else if (accept(";;&")) {
            next = Command.Case.Next.TEST;
        } else if (!accept(";;") && !lexer.peek().isBare("esac")) {
            Token token = lexer.peek();
            if (token.kind() == Kind.END) {
                closeWith("esac", open);
            }
            throw in.error(
                    token.start(),
                    token.end(),
                    "unexpected " + token.description(in.text()) + ", expected \";;\" or \"esac\"");
        }
        return new Command.Case.Item(patterns, body, next);
    }

    private void skipNewlinesBeforeWord() {
        while (lexer.peekArgument(false).kind() == Kind.NEWLINE) {
            lexer.take();
        }
    }

    private boolean accept(String operator) {
        boolean found = lexer.peekArgument(false).isOperator(operator);
        if (found) {
            lexer.take();
        }
        return found;
    }

    private Command function() {
        Token open = lexer.take();
        Token token = lexer.peekArgument(false);
        Word word = token.word();
        String name = word == null ? null : word.fixed();
        if (name == null) {
            throw in.error(
                    token.start(),
                    token.end(),
                    "a function's name should come here, not " + token.description(in.text()));
        }
        lexer.take();
        if (accept("(")) {
            closeWith(")", open);
        }
        Command body = parser.body();
        in.unsupported().define(name);
        String text = in.text().substring(open.start(), lexer.end());
        return new Command.Function(name, body, text, in.span(open.start(), lexer.end()));
    }

    private Command conditional() {
        Token open = lexer.take();
        Conditional expression = new ConditionalParser(parser, in, lexer).expression();
        closeWith("]]", open);
        return new Command.ConditionalCommand(expression, in.line(open.start()));
    }
}
