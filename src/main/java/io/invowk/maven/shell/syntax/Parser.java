// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads commands: POSIX XCU 2.9 and 2.10. */
public final class Parser {
    private static final Set<String> CLOSING = Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}", "]]");
    private static final Set<String> UNSUPPORTED = Set.of("coproc");

    private final Input in;
    private final AliasLookup aliases;
    private final Lexer lexer;
    private final WordReader words;
    private final CompoundParser compounds;
    private final SimpleCommandParser simple;

    Parser(Input in, AliasLookup aliases) {
        this.in = in;
        this.aliases = aliases;
        this.words = new WordReader(in, aliases);
        this.lexer = new Lexer(in, words);
        this.compounds = new CompoundParser(this, in, lexer, words);
        this.simple = new SimpleCommandParser(this, in, lexer, aliases);
    }

    /**
     * Reads a whole text.
     *
     * @throws UserException with the first syntax error, or the first utility that this shell cannot have
     */
    public static Script parse(SourceText source, AliasLookup aliases) {
        Input in = new Input(source, 0);
        Script script = new Parser(in, aliases).all();
        in.unsupported().check(source);
        return script;
    }

    /** Reads a text from an offset on, as far as there is no syntax error. */
    public static Script parseToError(SourceText source, int start, AliasLookup aliases) {
        Parser parser = new Parser(new Input(source, start), aliases);
        List<Script.Line> lines = new ArrayList<>();
        try {
            parser.readAll(lines);
            return new Script(source, lines);
        } catch (UserException e) {
            return new Script(source, lines, e);
        }
    }

    AliasLookup aliases() {
        return aliases;
    }

    /** All commands to the end of the text. */
    Script all() {
        List<Script.Line> lines = new ArrayList<>();
        readAll(lines);
        return new Script(in.source(), lines);
    }

    private void readAll(List<Script.Line> lines) {
        skipNewlines();
        while (lexer.peek().kind() != Kind.END) {
            Command command = line();
            lines.add(new Script.Line(command, in.original(lexer.end())));
            skipNewlines();
        }
        lexer.finish();
    }

    /** Commands up to a closing parenthesis, which is taken; {@code start} is where the opening one belongs to. */
    Script untilParenthesis(int start) {
        in.enter();
        List<Script.Line> lines = new ArrayList<>();
        skipNewlines();
        while (!lexer.peek().isOperator(")")) {
            if (lexer.peek().kind() == Kind.END) {
                throw in.error(start, start + 2, "this parenthesis is not closed");
            }
            lines.add(new Script.Line(list(), 0));
            skipNewlines();
        }
        lexer.take();
        lexer.finish();
        in.leave();
        return new Script(in.source(), lines);
    }

    /** A complete command: a list up to the end of the line. */
    private Command line() {
        Command command = list();
        Token token = lexer.peek();
        if (token.kind() == Kind.NEWLINE) {
            lexer.take();
        } else if (token.kind() != Kind.END) {
            throw unexpected(token);
        }
        return command;
    }

    /** And-or lists with separators between them, up to the end of a line or something else. */
    private Command list() {
        List<Command> commands = new ArrayList<>();
        do {
            commands.add(separated());
        } while (startsCommand(lexer.peek()));
        return sequence(commands);
    }

    /** Lists over any number of lines, as they stand in compound commands; at least one command. */
    Command compoundList() {
        skipNewlines();
        List<Command> commands = new ArrayList<>();
        do {
            commands.add(separated());
            skipNewlines();
        } while (startsCommand(lexer.peek()));
        return sequence(commands);
    }

    /** Like {@link #compoundList}, but null if no command comes. */
    @Nullable
    Command optionalCompoundList() {
        skipNewlines();
        return startsCommand(lexer.peek()) ? compoundList() : null;
    }

    private static Command sequence(List<Command> commands) {
        return commands.size() == 1 ? commands.get(0) : new Command.Sequence(commands);
    }

    /** Whether a command can begin with a token. */
    private static boolean startsCommand(Token token) {
        return switch (token.kind()) {
            case END, NEWLINE -> false;
            case IO_NUMBER -> true;
            case OPERATOR ->
                token.text().equals("(")
                        || token.text().startsWith("<")
                        || token.text().startsWith(">")
                        || token.text().startsWith("&>");
            case WORD -> !CLOSING.contains(String.valueOf(token.bare()));
        };
    }

    /** An and-or list with the separator behind it, if there is one on the line. */
    private Command separated() {
        Command command = andOr();
        Token token = lexer.peek();
        if (token.isOperator("&")) {
            lexer.take();
            return new Command.Background(command);
        }
        if (token.isOperator(";")) {
            lexer.take();
        } else if (startsCommand(token)) {
            throw unexpected(token);
        }
        return command;
    }

    private Command andOr() {
        Command left = pipeline();
        while (lexer.peek().isOperator("&&") || lexer.peek().isOperator("||")) {
            boolean and = lexer.take().text().equals("&&");
            skipNewlines();
            left = new Command.AndOr(left, and, pipeline());
        }
        return left;
    }

    private Command pipeline() {
        boolean negated = false;
        boolean bang = false;
        simple.expandAlias();
        while (lexer.peek().isBare("!")) {
            lexer.take();
            negated = !negated;
            bang = true;
            simple.expandAlias();
        }
        if (lexer.peek().isBare("time")) {
            Command timed = timed();
            return bang ? new Command.Pipeline(negated, List.of(timed)) : timed;
        }
        return pipeline(bang, negated);
    }

    private Command pipeline(boolean bang, boolean negated) {
        List<Command> commands = new ArrayList<>();
        commands.add(command());
        while (lexer.peek().isOperator("|") || lexer.peek().isOperator("|&")) {
            Token pipe = lexer.take();
            if (pipe.text().equals("|&")) {
                int last = commands.size() - 1;
                commands.set(last, compounds.withErrorsToo(commands.get(last), pipe));
            }
            skipNewlines();
            commands.add(command());
        }
        return commands.size() == 1 && !bang ? commands.get(0) : new Command.Pipeline(negated, commands);
    }

    private Command timed() {
        lexer.take();
        boolean posix = lexer.peekArgument(false).isBare("-p");
        if (posix) {
            lexer.take();
        }
        Token next = lexer.peek();
        return new Command.Timed(posix, startsCommand(next) ? pipeline() : null);
    }

    /** One command, simple or compound, with its redirections. */
    Command command() {
        in.enter();
        simple.expandAlias();
        Token token = lexer.peek();
        if (!startsCommand(token)) {
            throw unexpected(token);
        }
        String bare = token.bare();
        if (bare != null && UNSUPPORTED.contains(bare)) {
            throw in.error(
                    token.start(), token.end(), "\"" + bare + "\" is not supported", "use a pipeline or a named pipe");
        }
        Command command = compounds.compound(token);
        Command result = command == null ? simple.command() : compounds.redirected(command);
        in.leave();
        return result;
    }

    /** The compound command that comes next, of a function's body. */
    Command body() {
        in.enter();
        skipNewlines();
        Token token = lexer.peek();
        Command command = startsCommand(token) ? compounds.compound(token) : null;
        if (command == null) {
            throw in.error(
                    token.start(),
                    token.end(),
                    "a compound command should come here, not " + token.description(in.text()),
                    "put the function's commands between { and }");
        }
        Command result = compounds.redirected(command);
        in.leave();
        return result;
    }

    void skipNewlines() {
        while (lexer.peek().kind() == Kind.NEWLINE) {
            lexer.take();
        }
    }

    /** An error about a token that cannot come here, to be thrown. */
    UserException unexpected(Token token) {
        return in.error(token.start(), token.end(), "unexpected " + token.description(in.text()));
    }
}
