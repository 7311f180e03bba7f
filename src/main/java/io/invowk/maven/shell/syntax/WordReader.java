// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.text.EscapeReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads words: quoting (POSIX XCU 2.2) and what is to be expanded (2.6). */
final class WordReader {
    private static final String METACHARACTERS = " \t\n;&|<>()";
    private static final String SPECIAL_PARAMETERS = "@*#?-$!0";
    private static final String TRANSFORMATIONS = "QEPAaULukK";
    private static final String PATTERN_OPERATORS = "?*+@!";

    private final Input in;
    private final AliasLookup aliases;

    WordReader(Input in, AliasLookup aliases) {
        this.in = in;
        this.aliases = aliases;
    }

    /** Where text ends, besides the end of all. */
    private enum Ending {
        WORD,
        BRACE,
        BRACE_OR_SLASH,
        BRACKET,
        PARENTHESIS,
        REGEX,
        QUOTE,
        NOWHERE;

        boolean isAt(int c) {
            return switch (this) {
                case WORD -> METACHARACTERS.indexOf(c) >= 0;
                case BRACE -> c == '}';
                case BRACE_OR_SLASH -> c == '}' || c == '/';
                case BRACKET -> c == ']';
                case PARENTHESIS -> c == ')';
                case REGEX -> c == ' ' || c == '\t' || c == '\n';
                case QUOTE -> c == '"';
                case NOWHERE -> false;
            };
        }
    }

    static boolean isMetacharacter(int c) {
        return METACHARACTERS.indexOf(c) >= 0;
    }

    /** The word here; empty if none begins here. */
    Word word() {
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        unquoted(out, Ending.WORD);
        return out.word(in.span(start, in.at));
    }

    /** The regular expression here: a word in which parentheses and bars are text. */
    Word regex() {
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        unquoted(out, Ending.REGEX);
        return out.word(in.span(start, in.at));
    }

    /** All of the text as the body of a here-document. */
    Word document() {
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        doubleQuoted(out, Ending.NOWHERE);
        List<WordPart> parts = out.parts();
        return Word.of(List.of(new WordPart.DoubleQuoted(parts)), in.span(start, in.at));
    }

    private void unquoted(PartsBuilder out, Ending ending) {
        int depth = 0;
        while (true) {
            int c = in.peek();
            if (c < 0) {
                return;
            }
            if (ending == Ending.WORD && (c == '<' || c == '>') && in.peek(1) == '(') {
                processSubstitution(out, c == '>');
                continue;
            }
            if (depth == 0 && ending.isAt(c)) {
                return;
            }
            depth += depthChange(ending, c);
            if (ending != Ending.REGEX && startsPattern(c, out, ending)) {
                extendedPattern(out);
            } else {
                unquotedCharacter(out, c);
            }
        }
    }

    /** Brackets nest in a subscript, parentheses in a regular expression. */
    private static int depthChange(Ending ending, int c) {
        if (ending == Ending.BRACKET) {
            return c == '[' ? 1 : c == ']' ? -1 : 0;
        }
        return ending == Ending.REGEX ? (c == '(' ? 1 : c == ')' ? -1 : 0) : 0;
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
    private boolean startsPattern(int c, PartsBuilder out, Ending ending) {
        if (PATTERN_OPERATORS.indexOf(c) < 0 || in.peek(1) != '(') {
            return false;
        }
        return ending != Ending.WORD || (in.peek(2) != ')' && !(c == '!' && out.isEmpty() && inCommandPosition));
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
        unquoted(out, Ending.PARENTHESIS);
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
        doubleQuoted(inner, Ending.QUOTE);
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

    private void doubleQuoted(PartsBuilder out, Ending ending) {
        while (true) {
            int c = in.peek();
            if (c < 0 || ending.isAt(c)) {
                return;
            }
            switch (c) {
                case '\\' -> escapeInQuotes(out, ending);
                case '$' -> dollar(out, true);
                case '`' -> backquoted(out, ending != Ending.NOWHERE);
                case '"' -> {
                    int open = in.at++;
                    if (ending == Ending.BRACE) {
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
    private void escapeInQuotes(PartsBuilder out, Ending ending) {
        int next = in.peek(1);
        boolean escapes = next == '$'
                || next == '`'
                || next == '\\'
                || (next == '"' && ending != Ending.NOWHERE)
                || (next == '}' && ending == Ending.BRACE);
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
            out.add(braced(start, quoted));
            in.leave();
        } else if (Names.isStart(c)) {
            out.add(ParameterExpansion.plain(name(), in.span(start, in.at)));
        } else if ((c >= '0' && c <= '9') || (c >= 0 && SPECIAL_PARAMETERS.indexOf(c) >= 0)) {
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
    private String name() {
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
            int start = in.at;
            PartsBuilder out = new PartsBuilder();
            arithmetic(out, ");");
            expressions.add(expression(out.word(in.span(start, in.at))));
            if (in.peek() == ';') {
                in.at++;
            } else {
                boolean closed = in.peek() == ')' && in.peek(1) == ')';
                in.at += closed ? 2 : 0;
                return closed && expressions.size() == 3 ? expressions : null;
            }
        }
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
                case '\\' -> escapeInQuotes(out, Ending.QUOTE);
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

    /** The parameter expansion behind a dollar sign and a brace, up to and with its closing brace. */
    private ParameterExpansion braced(int start, boolean quoted) {
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
        return next >= 0 && SPECIAL_PARAMETERS.indexOf(next) >= 0 && in.peek(2) == '}';
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
            return name();
        }
        if (c >= '0' && c <= '9') {
            StringBuilder digits = new StringBuilder();
            for (; c >= '0' && c <= '9'; c = in.peek()) {
                digits.append((char) c);
                in.at++;
            }
            return digits.toString();
        }
        if (c < 0 || SPECIAL_PARAMETERS.indexOf(c) < 0) {
            throw c < 0 ? in.error(start, start + 2, "this brace is not closed") : badSubstitution(start);
        }
        in.at++;
        return Character.toString(c);
    }

    private @Nullable Subscript subscript(String name) {
        if (in.peek() != '[' || !Names.isStart(name.charAt(0))) {
            return null;
        }
        return subscript();
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
        unquoted(out, Ending.BRACKET);
        in.leave();
        if (in.isAtEnd()) {
            throw in.error(open, open + 1, "this bracket is not closed");
        }
        Word key = out.word(in.span(open + 1, in.at));
        in.at++;
        return new Subscript('\0', key, expression(key));
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
            case '-', '=', '?', '+' -> new ParameterOperation.Substitute((char) c, false, operand(quoted));
            case '#', '%' -> {
                boolean longest = accept(c);
                yield new ParameterOperation.Trim(c == '%', longest, pattern(Ending.BRACE));
            }
            case '/' -> replace();
            case '^', ',' -> {
                boolean all = accept(c);
                Word pattern = in.peek() == '}' ? null : pattern(Ending.BRACE);
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
            return new ParameterOperation.Substitute((char) operator, true, operand(quoted));
        }
        return slice();
    }

    private boolean accept(int c) {
        boolean found = in.peek() == c;
        in.at += found ? 1 : 0;
        return found;
    }

    private Word operand(boolean quoted) {
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        if (quoted) {
            doubleQuoted(out, Ending.BRACE);
        } else {
            unquoted(out, Ending.BRACE);
        }
        return out.word(in.span(start, in.at));
    }

    private Word pattern(Ending ending) {
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        unquoted(out, ending);
        return out.word(in.span(start, in.at));
    }

    private ParameterOperation slice() {
        ArithmeticText offset = sliceExpression();
        ArithmeticText length = null;
        if (in.peek() == ':') {
            in.at++;
            length = sliceExpression();
        }
        return new ParameterOperation.Slice(offset, length);
    }

    private ArithmeticText sliceExpression() {
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        arithmetic(out, ":}");
        return expression(out.word(in.span(start, in.at)));
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
        Word replacement = accept('/') ? pattern(Ending.BRACE) : Word.of(List.of(), in.span(in.at, in.at));
        return new ParameterOperation.Replace(where, pattern, replacement);
    }

    /** The pattern, which may begin with a slash if all matches are replaced: then another slash ends it. */
    private Word replacedPattern(boolean all) {
        int start = in.at;
        PartsBuilder out = new PartsBuilder();
        if (all && accept('/')) {
            out.literal('/');
        }
        unquoted(out, Ending.BRACE_OR_SLASH);
        return out.word(in.span(start, in.at));
    }
}
