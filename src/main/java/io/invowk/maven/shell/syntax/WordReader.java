// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.text.EscapeReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads words: quoting (POSIX XCU 2.2) and what is to be expanded (2.6). */
final class WordReader {
    private static final String PATTERN_OPERATORS = "?*+@!";

    private final Input in;
    private final AliasLookup aliases;
    private final BraceReader braces;

    WordReader(Input in, AliasLookup aliases) {
        this.in = in;
        this.aliases = aliases;
        this.braces = new BraceReader(in, this);
    }

    /** The word here; empty if none begins here. */
    Word word() {
        return unquoted("", WordEnding.WORD);
    }

    /** The regular expression here: a word in which parentheses and bars are text. */
    Word regex() {
        return unquoted("", WordEnding.REGEX);
    }

    /** What is not quoted up to an ending, behind a text that was read already. */
    Word unquoted(String before, WordEnding ending) {
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        for (int i = 0; i < before.length(); i++) {
            out.literal(before.charAt(i));
        }
        unquoted(out, ending);
        return out.word(in.span(start, in.at));
    }

    /** The word of an operation in braces that themselves stand between double quotes, or do not. */
    Word operand(boolean quoted) {
        if (!quoted) {
            return unquoted("", WordEnding.BRACE);
        }
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        doubleQuoted(out, WordEnding.BRACE);
        return out.word(in.span(start, in.at));
    }

    /** All of the text as the body of a here-document. */
    Word document() {
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        doubleQuoted(out, WordEnding.NOWHERE);
        List<WordPart> parts = out.parts();
        return Word.of(List.of(new WordPart.DoubleQuoted(parts)), in.span(start, in.at));
    }

    private void unquoted(PartsBuilder out, WordEnding ending) {
        int depth = 0;
        while (true) {
            int c = in.peek();
            if (c < 0) {
                return;
            }
            if (ending == WordEnding.WORD && (c == '<' || c == '>') && in.peek(1) == '(') {
                processSubstitution(out, c == '>');
                continue;
            }
            if (depth == 0 && ending.isAt(c)) {
                return;
            }
            depth += depthChange(ending, c);
            if (ending != WordEnding.REGEX && startsPattern(c, out, ending)) {
                extendedPattern(out);
            } else {
                unquotedCharacter(out, c);
            }
        }
    }

    /** Brackets nest in a subscript, parentheses in a regular expression. */
    private static int depthChange(WordEnding ending, int c) {
        if (ending == WordEnding.BRACKET) {
            return c == '[' ? 1 : c == ']' ? -1 : 0;
        }
        return ending == WordEnding.REGEX ? (c == '(' ? 1 : c == ')' ? -1 : 0) : 0;
    }

    private void unquotedCharacter(PartsBuilder out, int c) {
        switch (c) {
            case '\\' -> {
                in.at++;
                if (in.isAtEnd()) {
                    out.quoted('\\');
                } else {
                    out.quoted(in.text().charAt(in.at++));
                }
            }
            case '\'' -> out.quoted(singleQuoted());
            case '"' -> {
                int open = in.at++;
                quote(out, open);
            }
            case '$' -> dollar(out, false);
            case '`' -> backquoted(out, false);
            default -> {
                out.literal(c);
                in.at++;
            }
        }
    }

    /** Whether an extended pattern begins here; {@code name()} begins a function, and {@code !(} negates a subshell. */
    private boolean startsPattern(int c, PartsBuilder out, WordEnding ending) {
        if (PATTERN_OPERATORS.indexOf(c) < 0 || in.peek(1) != '(') {
            return false;
        }
        return ending != WordEnding.WORD || (in.peek(2) != ')' && !(c == '!' && out.isEmpty() && inCommandPosition));
    }

    /** Whether the word to be read may be a command's name. */
    private boolean inCommandPosition;

    void setCommandPosition(boolean value) {
        inCommandPosition = value;
    }

    private void extendedPattern(PartsBuilder out) {
        int open = in.at + 1;
        out.literal(in.peek());
        out.literal('(');
        in.at += 2;
        in.enter();
        unquoted(out, WordEnding.PARENTHESIS);
        in.leave();
        if (in.isAtEnd()) {
            throw in.error(open, open + 1, "this parenthesis is not closed");
        }
        in.at++;
        out.literal(')');
    }

    private String singleQuoted() {
        int open = in.at;
        int close = in.text().indexOf('\'', open + 1);
        if (close < 0) {
            throw in.error(open, open + 1, "this quote is not closed");
        }
        in.at = close + 1;
        return in.text().substring(open + 1, close);
    }

    private void quote(PartsBuilder out, int open) {
        PartsBuilder inner = new PartsBuilder();
        doubleQuoted(inner, WordEnding.QUOTE);
        if (in.isAtEnd()) {
            throw in.error(open, open + 1, "this quote is not closed");
        }
        in.at++;
        List<WordPart> parts = inner.parts();
        if (parts.isEmpty()) {
            out.quoted("");
        } else if (parts.size() == 1 && parts.get(0) instanceof WordPart.Quoted text) {
            out.quoted(text.text());
        } else {
            out.add(new WordPart.DoubleQuoted(parts));
        }
    }

    private void doubleQuoted(PartsBuilder out, WordEnding ending) {
        while (true) {
            int c = in.peek();
            if (c < 0 || ending.isAt(c)) {
                return;
            }
            switch (c) {
                case '\\' -> escapeInQuotes(out, ending);
                case '$' -> dollar(out, true);
                case '`' -> backquoted(out, ending != WordEnding.NOWHERE);
                case '"' -> {
                    int open = in.at++;
                    if (ending == WordEnding.BRACE) {
                        quote(out, open);
                    } else {
                        out.quoted(c);
                    }
                }
                default -> {
                    out.quoted(c);
                    in.at++;
                }
            }
        }
    }

    /** A backslash between double quotes: POSIX XCU 2.2.3; in a here-document it does not quote a quote. */
    private void escapeInQuotes(PartsBuilder out, WordEnding ending) {
        int next = in.peek(1);
        boolean escapes = next == '$'
                || next == '`'
                || next == '\\'
                || (next == '"' && ending != WordEnding.NOWHERE)
                || (next == '}' && ending == WordEnding.BRACE);
        if (!escapes) {
            out.quoted('\\');
            in.at++;
        } else {
            out.quoted(next);
            in.at += 2;
        }
    }

    private void dollar(PartsBuilder out, boolean quoted) {
        int start = in.at++;
        int c = in.peek();
        if (c == '(') {
            substitution(out, start);
        } else if (c == '{') {
            in.at++;
            in.enter();
            out.add(braces.expansion(start, quoted));
            in.leave();
        } else if (Names.isStart(c)) {
            out.add(ParameterExpansion.plain(name(), in.span(start, in.at)));
        } else if ((c >= '0' && c <= '9') || Names.isSpecialParameter(c)) {
            in.at++;
            out.add(ParameterExpansion.plain(Character.toString(c), in.span(start, in.at)));
        } else if (c == '\'' && !quoted) {
            out.quoted(dollarQuoted());
        } else if (c != '"' || quoted) {
            text(out, quoted, "$");
        }
    }

    private static void text(PartsBuilder out, boolean quoted, String text) {
        if (quoted) {
            out.quoted(text);
        } else {
            out.literal(text);
        }
    }

    /** The name here; continuations inside it are skipped. */
    String name() {
        StringBuilder name = new StringBuilder();
        for (int c = in.peek(); Names.isPart(c); c = in.peek()) {
            name.append((char) c);
            in.at++;
        }
        return name.toString();
    }

    private String dollarQuoted() {
        int open = in.at;
        int i = open + 1;
        String text = in.text();
        while (i < text.length() && text.charAt(i) != '\'') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        if (i >= text.length()) {
            throw in.error(open, open + 1, "this quote is not closed");
        }
        in.at = i + 1;
        return EscapeReader.read(text.substring(open + 1, i), EscapeReader.Dialect.QUOTE)
                .text();
    }

    private void substitution(PartsBuilder out, int start) {
        if (in.peek(1) == '(') {
            int open = in.at;
            int mark = in.mark();
            in.at += 2;
            ArithmeticText expression = arithmeticInParentheses();
            if (expression != null) {
                out.add(new WordPart.ArithmeticExpansion(expression, in.span(start, in.at)));
                return;
            }
            in.reset(open, mark);
        }
        in.at++;
        Script script = new Parser(in, aliases).untilParenthesis(start);
        out.add(new WordPart.CommandSubstitution(script, in.span(start, in.at)));
    }

    private void processSubstitution(PartsBuilder out, boolean commandsRead) {
        int start = in.at;
        in.at += 2;
        Script script = new Parser(in, aliases).untilParenthesis(start);
        out.add(new WordPart.ProcessSubstitution(script, commandsRead, in.span(start, in.at)));
    }

    private void backquoted(PartsBuilder out, boolean quoted) {
        int open = in.at;
        String text = in.text();
        StringBuilder script = new StringBuilder();
        List<Integer> removed = new ArrayList<>();
        int i = open + 1;
        while (i < text.length() && text.charAt(i) != '`') {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(i + 1);
                if (next == '`' || next == '\\' || next == '$' || (quoted && next == '"')) {
                    removed.add(script.length());
                    i++;
                    c = next;
                } else {
                    script.append(c);
                    i++;
                    c = next;
                }
            }
            script.append(c);
            i++;
        }
        if (i >= text.length()) {
            throw in.error(open, open + 1, "this backquote is not closed");
        }
        in.enter();
        Input inner = in.within(script.toString(), open + 1);
        removed.forEach(offset -> inner.skipInSource(offset, 1));
        Script read = new Parser(inner, aliases).all();
        in.leave();
        in.at = i + 1;
        out.add(new WordPart.CommandSubstitution(read, in.span(open, in.at)));
    }

    /** An expression up to {@code ))}, behind them; null if it ends otherwise: then it is no expression. */
    @Nullable
    ArithmeticText arithmeticInParentheses() {
        int start = in.at;
        try {
            PartsBuilder out = new PartsBuilder();
            arithmetic(out, ")");
            if (in.peek() != ')' || in.peek(1) != ')') {
                return null;
            }
            ArithmeticText expression = expression(out.word(in.span(start, in.at)));
            in.at += 2;
            return expression;
        } catch (UserException e) {
            return null;
        }
    }

    /** The three expressions of {@code for ((a; b; c))}, behind it; null if it is not closed. */
    @Nullable
    List<ArithmeticText> threeExpressions() {
        List<ArithmeticText> expressions = new ArrayList<>();
        while (true) {
            expressions.add(expressionUntil(");"));
            if (in.peek() == ';') {
                in.at++;
            } else {
                boolean closed = in.peek() == ')' && in.peek(1) == ')';
                in.at += closed ? 2 : 0;
                return closed && expressions.size() == 3 ? expressions : null;
            }
        }
    }

    /** The expression up to one of some characters outside parentheses. */
    ArithmeticText expressionUntil(String endings) {
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        arithmetic(out, endings);
        return expression(out.word(in.span(start, in.at)));
    }

    private static ArithmeticText expression(Word word) {
        StringBuilder fixed = new StringBuilder();
        for (WordPart part : word.parts()) {
            if (part instanceof WordPart.Quoted quoted) {
                fixed.append(quoted.text());
            } else if (part instanceof WordPart.Literal literal) {
                fixed.append(literal.text());
            } else {
                return new ArithmeticText(word, null, word.span());
            }
        }
        try {
            return new ArithmeticText(word, ArithmeticParser.parse(fixed.toString()), word.span());
        } catch (ArithmeticParser.MalformedExpressionException e) {
            return new ArithmeticText(word, null, word.span());
        }
    }

    /** Text as between double quotes, up to one of some characters outside parentheses; quotes are dropped. */
    private void arithmetic(PartsBuilder out, String endings) {
        int depth = 0;
        for (int c = in.peek(); c >= 0; c = in.peek()) {
            if (depth == 0 && endings.indexOf(c) >= 0) {
                return;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            switch (c) {
                case '\\' -> escapeInQuotes(out, WordEnding.QUOTE);
                case '$' -> dollar(out, true);
                case '`' -> backquoted(out, true);
                case '"' -> in.at++;
                default -> {
                    out.quoted(c);
                    in.at++;
                }
            }
        }
    }

    /** The subscript here, with its brackets. */
    Subscript subscript() {
        int open = in.at++;
        int c = in.peek();
        if ((c == '@' || c == '*') && in.peek(1) == ']') {
            Word word = Word.of(List.of(new WordPart.Quoted(Character.toString(c))), in.span(in.at, in.at + 1));
            in.at += 2;
            return new Subscript((char) c, word, new ArithmeticText(word, null, word.span()));
        }
        PartsBuilder out = new PartsBuilder();
        in.enter();
        unquoted(out, WordEnding.BRACKET);
        in.leave();
        if (in.isAtEnd()) {
            throw in.error(open, open + 1, "this bracket is not closed");
        }
        Word key = out.word(in.span(open + 1, in.at));
        in.at++;
        return new Subscript('\0', key, expression(key));
    }
}
