// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.builtin.TemplateNode.Statement;
import io.invowk.maven.cue.builtin.TemplateToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes statements of tokens, and keeps the templates that are defined among them. */
final class TemplateParser {
    private static final int MAX_DEPTH = 1_000;

    private final TemplateSource source;
    private final List<TemplateToken> tokens;
    private final Map<String, List<Statement>> definitions = new HashMap<>();
    /** Variables that can be seen, the inner ones first. */
    private Deque<String> variables = new ArrayDeque<>();

    private int next;
    private int depth;
    private int ranges;

    private TemplateParser(TemplateSource source) {
        this.source = source;
        this.tokens = TemplateLexer.tokens(source);
    }

    /**
     * A template.
     *
     * @param definitions templates by name that it can call
     */
    record Parsed(List<Statement> statements, Map<String, List<Statement>> definitions) {
        Parsed {
            statements = List.copyOf(statements);
            definitions = Map.copyOf(definitions);
        }
    }

    static Parsed parse(TemplateSource source) {
        TemplateParser parser = new TemplateParser(source);
        parser.variables.push("");
        List<Statement> statements = new ArrayList<>();
        parser.statements(statements);
        while (!parser.peek().is(Kind.END)) {
            if (!parser.peek(1).isWord("define")) {
                throw parser.wrong(
                        "nothing is open that this \"" + parser.peek(1).text() + "\" could belong to");
            }
            parser.define();
            parser.statements(statements);
        }
        return new Parsed(statements, parser.definitions);
    }

    private TemplateToken peek() {
        return peek(0);
    }

    private TemplateToken peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    private TemplateToken take() {
        TemplateToken token = peek();
        next++;
        return token;
    }

    private TemplateToken expect(Kind kind, String wanted) {
        if (!peek().is(kind)) {
            throw wrong(wanted + " is missing before " + peek().described());
        }
        return take();
    }

    private CallException wrong(String message) {
        return source.problem(peek().offset(), message);
    }

    private void enter() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw wrong("more than " + MAX_DEPTH + " levels");
        }
    }

    private void leave() {
        depth--;
    }

    /** Reads to the end, or to an opening with {@code end}, {@code else} or {@code define}. */
    private void statements(List<Statement> into) {
        while (!peek().is(Kind.END)) {
            if (peek().is(Kind.TEXT)) {
                TemplateToken text = take();
                into.add(new TemplateNode.Text(text.offset(), text.text()));
            } else if (peek(1).isWord("end") || peek(1).isWord("else") || peek(1).isWord("define")) {
                return;
            } else {
                into.add(statement(take().offset()));
            }
        }
    }

    private Statement statement(int offset) {
        String word = peek().is(Kind.WORD) ? peek().text() : "";
        return switch (word) {
            case "if" -> branch(offset, TemplateNode.Branch.Kind.IF);
            case "with" -> branch(offset, TemplateNode.Branch.Kind.WITH);
            case "range" -> branch(offset, TemplateNode.Branch.Kind.RANGE);
            case "template" -> call(offset);
            case "block" -> block(offset);
            case "break", "continue" -> jump(offset, word);
            default -> {
                TemplateNode.Pipeline pipeline = pipeline(1);
                expect(Kind.CLOSE, "\"}}\"");
                yield new TemplateNode.Output(offset, pipeline);
            }
        };
    }

    private Statement jump(int offset, String word) {
        if (ranges == 0) {
            throw wrong("\"" + word + "\" stands in no \"range\"");
        }
        take();
        expect(Kind.CLOSE, "\"}}\"");
        return new TemplateNode.Jump(offset, word.equals("break"));
    }

    private Statement branch(int offset, TemplateNode.Branch.Kind kind) {
        enter();
        int outside = variables.size();
        String word = take().text();
        boolean range = kind == TemplateNode.Branch.Kind.RANGE;
        TemplateNode.Pipeline pipeline = pipeline(range ? 2 : 1);
        expect(Kind.CLOSE, "\"}}\"");
        ranges += range ? 1 : 0;
        List<Statement> then = body(offset, word);
        ranges -= range ? 1 : 0;
        List<Statement> otherwise = new ArrayList<>();
        if (take().isWord("else")) {
            if (!range && peek().isWord(word)) {
                otherwise.add(branch(peek().offset(), kind));
            } else {
                expect(Kind.CLOSE, "\"}}\"");
                otherwise = body(offset, word);
                if (!take().isWord("end")) {
                    next--;
                    throw wrong("a second \"else\" of one \"" + word + "\"");
                }
                expect(Kind.CLOSE, "\"}}\"");
            }
        } else {
            expect(Kind.CLOSE, "\"}}\"");
        }
        forget(outside);
        leave();
        return new TemplateNode.Branch(offset, kind, pipeline, then, otherwise);
    }

    /** The statements before an {@code end} or {@code else}, which is the next word. */
    private List<Statement> body(int offset, String word) {
        int outside = variables.size();
        List<Statement> statements = new ArrayList<>();
        statements(statements);
        if (peek().is(Kind.END)) {
            throw source.problem(offset, "this \"" + word + "\" has no \"end\"");
        }
        take();
        if (peek().isWord("define")) {
            throw wrong("\"define\" stands inside another action");
        }
        forget(outside);
        return statements;
    }

    private void forget(int outside) {
        while (variables.size() > outside) {
            variables.pop();
        }
    }

    private Statement call(int offset) {
        take();
        String name = name();
        Optional<TemplateNode.Pipeline> pipeline = peek().is(Kind.CLOSE) ? Optional.empty() : Optional.of(pipeline(1));
        expect(Kind.CLOSE, "\"}}\"");
        return new TemplateNode.Call(offset, name, pipeline);
    }

    private String name() {
        TemplateToken token = expect(Kind.STRING, "the name of a template in quotes");
        try {
            return TemplateConstants.string(token.text());
        } catch (CallException e) {
            throw source.problem(token.offset(), e.reason());
        }
    }

    private void define() {
        int offset = take().offset();
        take();
        String name = name();
        expect(Kind.CLOSE, "\"}}\"");
        definition(offset, "define", name);
    }

    private Statement block(int offset) {
        take();
        String name = name();
        TemplateNode.Pipeline pipeline = pipeline(1);
        expect(Kind.CLOSE, "\"}}\"");
        definition(offset, "block", name);
        return new TemplateNode.Call(offset, name, Optional.of(pipeline));
    }

    /** The body of a template of its own: it sees no variable from around it, and leaves no range. */
    private void definition(int offset, String word, String name) {
        enter();
        Deque<String> around = variables;
        int rangesAround = ranges;
        variables = new ArrayDeque<>(List.of(""));
        ranges = 0;
        List<Statement> body = body(offset, word);
        variables = around;
        ranges = rangesAround;
        if (!take().isWord("end")) {
            next--;
            throw wrong("a \"" + word + "\" has no \"else\"");
        }
        expect(Kind.CLOSE, "\"}}\"");
        leave();
        if (isBlank(body)) {
            definitions.putIfAbsent(name, body);
            return;
        }
        List<Statement> before = definitions.put(name, body);
        if (before != null && !isBlank(before)) {
            throw source.problem(offset, "a second template \"" + name + "\"");
        }
    }

    private static boolean isBlank(List<Statement> body) {
        return body.stream()
                .allMatch(statement -> statement instanceof TemplateNode.Text text
                        && text.text().isBlank());
    }

    private TemplateNode.Pipeline pipeline(int most) {
        int offset = peek().offset();
        List<String> taking = new ArrayList<>();
        boolean declares = assignment(most, taking);
        List<TemplateNode.Command> commands = new ArrayList<>();
        commands.add(command(false));
        while (peek().is(Kind.PIPE)) {
            take();
            if (!peek().is(Kind.CLOSE) && !peek().is(Kind.RIGHT)) {
                commands.add(command(true));
            }
        }
        if (declares) {
            taking.forEach(variables::push);
        }
        return new TemplateNode.Pipeline(offset, taking, declares, commands);
    }

    /** Reads the variables before {@code :=} or {@code =}, if there are any; tells whether they are new. */
    private boolean assignment(int most, List<String> into) {
        int ahead = 0;
        while (peek(ahead).is(Kind.VARIABLE) && peek(ahead + 1).is(Kind.COMMA)) {
            ahead += 2;
        }
        boolean declares = peek(ahead + 1).is(Kind.DECLARE);
        if (!peek(ahead).is(Kind.VARIABLE) || (!declares && !peek(ahead + 1).is(Kind.ASSIGN))) {
            return false;
        }
        int count = ahead / 2 + 1;
        if (count > most) {
            throw wrong(count + " variables, where " + (most == 1 ? "one" : "two") + " can be set");
        }
        for (int i = 0; i < count; i++) {
            if (!declares) {
                known(peek());
            }
            into.add(take().text());
            take();
        }
        return declares;
    }

    private void known(TemplateToken variable) {
        if (!variables.contains(variable.text())) {
            throw source.problem(variable.offset(), "there is no variable " + variable.described());
        }
    }

    private TemplateNode.Command command(boolean piped) {
        int offset = peek().offset();
        List<TemplateOperand> operands = new ArrayList<>();
        operands.add(operand());
        while (!peek().is(Kind.PIPE) && !peek().is(Kind.CLOSE) && !peek().is(Kind.RIGHT)) {
            if (!peek().spaced()) {
                throw wrong("a space is missing before " + peek().described());
            }
            operands.add(operand());
        }
        TemplateOperand first = operands.get(0);
        if (!(first instanceof TemplateOperand.Function)) {
            if (piped || operands.size() > 1) {
                throw source.problem(offset, "this is no function, it takes no argument");
            }
            if (first instanceof TemplateOperand.Constant constant && constant.value() == TemplateDatum.NIL) {
                throw source.problem(offset, "\"nil\" can only be an argument");
            }
        }
        return new TemplateNode.Command(offset, operands);
    }

    private TemplateOperand operand() {
        TemplateOperand term = term();
        List<String> names = new ArrayList<>();
        int offset = peek().offset();
        while (peek().is(Kind.FIELD) && !peek().spaced()) {
            names.add(take().text());
        }
        if (names.isEmpty()) {
            return term;
        }
        if (term instanceof TemplateOperand.Constant) {
            throw source.problem(offset, "a constant has no fields");
        }
        if (term instanceof TemplateOperand.Fields fields) {
            names.addAll(0, fields.names());
            return new TemplateOperand.Fields(fields.offset(), fields.of(), names);
        }
        return new TemplateOperand.Fields(term.offset(), term, names);
    }

    private TemplateOperand term() {
        TemplateToken token = peek();
        int offset = token.offset();
        switch (token.kind()) {
            case STRING, CHARACTER, NUMBER -> {
                return new TemplateOperand.Constant(offset, TemplateConstants.of(take(), source));
            }
            case DOT -> {
                take();
                return new TemplateOperand.Dot(offset);
            }
            case FIELD -> {
                take();
                return new TemplateOperand.Fields(offset, new TemplateOperand.Dot(offset), List.of(token.text()));
            }
            case VARIABLE -> {
                known(take());
                return new TemplateOperand.Variable(offset, token.text());
            }
            case LEFT -> {
                enter();
                take();
                TemplateNode.Pipeline pipeline = pipeline(1);
                expect(Kind.RIGHT, "\")\"");
                leave();
                return new TemplateOperand.Group(offset, pipeline);
            }
            case WORD -> {
                return word(take());
            }
            default -> throw wrong("a value is missing before " + token.described());
        }
    }

    private TemplateOperand word(TemplateToken token) {
        switch (token.text()) {
            case "true", "false" -> {
                return new TemplateOperand.Constant(
                        token.offset(), new TemplateDatum.Bool(token.text().equals("true")));
            }
            case "nil" -> {
                return new TemplateOperand.Constant(token.offset(), TemplateDatum.NIL);
            }
            default -> {
                TemplateFunctions.Function function = TemplateFunctions.ALL.get(token.text());
                if (function == null) {
                    throw source.problem(token.offset(), "there is no function \"" + token.text() + "\"");
                }
                return new TemplateOperand.Function(token.offset(), function);
            }
        }
    }
}
