// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.shell.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads simple commands and function definitions, and puts in aliases: POSIX XCU 2.3.1, 2.9.1, 2.9.5. */
final class SimpleCommandParser {
    /** Commands whose arguments may be assignments. */
    private static final Set<String> DECLARATIONS = Set.of("declare", "typeset", "local", "export", "readonly");

    private final Parser parser;
    private final Input in;
    private final Lexer lexer;
    private final AliasLookup aliases;
    /** For each alias that was put in, the offset at which its text ends. */
    private final Map<String, Integer> inside = new HashMap<>();
    /** Behind the text of an alias that ends in a blank the next word is tested, too. */
    private int testAlsoFrom = -1;

    SimpleCommandParser(Parser parser, Input in, Lexer lexer, AliasLookup aliases) {
        this.parser = parser;
        this.in = in;
        this.lexer = lexer;
        this.aliases = aliases;
    }

    /** Puts in the text of an alias, as long as the next token is the name of one. */
    void expandAlias() {
        while (expandOneAlias(lexer.peek())) {
            // The text that was put in may begin with an alias.
        }
    }

    private boolean expandOneAlias(Token token) {
        String name = token.bare();
        if (name == null || token.assignment() != null) {
            return false;
        }
        String value = aliases.alias(name);
        Integer insideUntil = inside.get(name);
        if (value == null || (insideUntil != null && token.start() < insideUntil)) {
            return false;
        }
        lexer.forget();
        int moved = value.length() - (token.end() - token.start());
        inside.replaceAll((other, end) -> end > token.start() ? end + moved : end);
        in.splice(token.start(), token.end(), value);
        int end = token.start() + value.length();
        inside.put(name, end);
        boolean more = value.endsWith(" ") || value.endsWith("\t");
        if (more) {
            testAlsoFrom = end;
        } else if (testAlsoFrom > token.start()) {
            testAlsoFrom += moved;
        }
        return true;
    }

    /** The simple command that comes next. */
    Command command() {
        int start = lexer.peek().start();
        List<Assignment> assignments = new ArrayList<>();
        List<Command.Argument> words = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        boolean declares = false;
        while (true) {
            boolean first = words.isEmpty();
            Token token = first ? lexer.peek() : lexer.peekArgument(declares);
            if (testAlsoFrom >= 0 && !first && token.start() >= testAlsoFrom) {
                testAlsoFrom = -1;
                if (expandOneAlias(token)) {
                    continue;
                }
            }
            if (startsRedirection(token)) {
                redirections.add(redirection());
            } else if (token.kind() != Kind.WORD) {
                if (token.isOperator("(") && words.size() == 1 && assignments.isEmpty() && redirections.isEmpty()) {
                    return function(words.get(0).word(), start);
                }
                break;
            } else {
                lexer.take();
                Assignment assignment = token.assignment();
                Word word = java.util.Objects.requireNonNull(token.word());
                if (first && assignment != null) {
                    assignments.add(assignment);
                } else {
                    words.add(new Command.Argument(word, assignment));
                    declares |= (first && isDeclaration(word)) || isDeclarationBehindCommand(words, word);
                }
            }
        }
        in.unsupported().note(words);
        Span span = in.span(start, lexer.end());
        return new Command.Simple(assignments, words, redirections, in.line(start), span);
    }

    private static boolean isDeclaration(Word word) {
        return word.fixed() != null && DECLARATIONS.contains(word.fixed());
    }

    private static boolean isDeclarationBehindCommand(List<Command.Argument> words, Word word) {
        return words.size() == 2 && "command".equals(words.get(0).word().fixed()) && isDeclaration(word);
    }

    private Command function(Word word, int start) {
        String name = word.fixed();
        Token open = lexer.take();
        Token close = lexer.peek();
        if (name == null || !close.isOperator(")")) {
            throw parser.unexpected(name == null ? open : close);
        }
        lexer.take();
        Command body = parser.body();
        in.unsupported().define(name);
        String text = in.text().substring(start, lexer.end());
        return new Command.Function(name, body, text, in.span(start, lexer.end()));
    }

    static boolean startsRedirection(Token token) {
        return token.kind() == Kind.IO_NUMBER
                || (token.kind() == Kind.OPERATOR
                        && (token.text().startsWith("<")
                                || token.text().startsWith(">")
                                || token.text().startsWith("&>")));
    }

    /** The redirection that comes next: POSIX XCU 2.7. */
    Redirection redirection() {
        Token first = lexer.take();
        int descriptor = -1;
        String variable = null;
        Token operator = first;
        if (first.kind() == Kind.IO_NUMBER) {
            variable = Names.isName(first.text()) ? first.text() : null;
            descriptor = variable == null ? descriptor(first) : -1;
            operator = lexer.take();
        }
        Redirection.Operator kind = kind(operator);
        Token target = lexer.peekArgument(false);
        if (target.kind() == Kind.IO_NUMBER && !Names.isName(target.text())) {
            // Behind an operator digits are a word, even if another operator follows.
            target = new Token(
                    Kind.WORD,
                    "",
                    Word.of(List.of(new WordPart.Literal(target.text())), in.span(target.start(), target.end())),
                    null,
                    target.start(),
                    target.end());
        }
        if (target.kind() != Kind.WORD || target.word() == null) {
            throw parser.unexpected(target);
        }
        lexer.take();
        Word word = target.word();
        HereDocument document = null;
        if (kind == Redirection.Operator.HERE_DOCUMENT || kind == Redirection.Operator.HERE_DOCUMENT_TABS) {
            document = document(word, kind, target);
            lexer.expect(document);
        }
        Span span = in.span(first.start(), target.end());
        return new Redirection(kind, variable, descriptor < 0 ? kind.descriptor() : descriptor, word, document, span);
    }

    private int descriptor(Token number) {
        if (number.text().length() > 4) {
            throw in.error(number.start(), number.end(), "no descriptor has such a number");
        }
        return Integer.parseInt(number.text());
    }

    private Redirection.Operator kind(Token token) {
        for (Redirection.Operator operator : Redirection.Operator.values()) {
            if (operator.text().equals(token.text())) {
                return operator;
            }
        }
        throw parser.unexpected(token);
    }

    /** The delimiter is the word as it is written, without its quotes. */
    private HereDocument document(Word word, Redirection.Operator kind, Token token) {
        boolean expanded = true;
        StringBuilder delimiter = new StringBuilder();
        for (WordPart part : word.parts()) {
            if (part instanceof WordPart.Literal literal) {
                delimiter.append(literal.text());
            } else if (part instanceof WordPart.Quoted quoted) {
                delimiter.append(quoted.text());
                expanded = false;
            } else {
                return rawDocument(kind, token);
            }
        }
        boolean strips = kind == Redirection.Operator.HERE_DOCUMENT_TABS;
        return new HereDocument(delimiter.toString(), expanded, strips, word.span());
    }

    /** A dollar sign in a delimiter is a character like others. */
    private HereDocument rawDocument(Redirection.Operator kind, Token token) {
        String text = in.text().substring(token.start(), token.end());
        String delimiter = text.replace("\"", "").replace("'", "").replace("\\", "");
        boolean strips = kind == Redirection.Operator.HERE_DOCUMENT_TABS;
        return new HereDocument(delimiter, delimiter.equals(text), strips, in.span(token.start(), token.end()));
    }
}
