// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.compile.Compilation;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Compiler;
import io.invowk.maven.cue.eval.Interpreter;
import io.invowk.maven.cue.syntax.Expr;
import io.invowk.maven.cue.syntax.Parser;
import io.invowk.maven.cue.syntax.SourceFile;
import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cue.value.ValuePath;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A definition of a CUE file that finished values are judged by: the value and the definition are unified. Immutable;
 * every judgement stands alone and may run on any thread.
 *
 * <p>A value that fits comes back with the fields that the definition adds. For one that does not, the definition is
 * gone through beside the value to say in words what is wrong with each part of it, also in a disjunction of structs,
 * where only one alternative was meant. Attributes in the file hold the words, and change no judgement:
 *
 * <ul>
 *   <li>{@code @noun("a command")} at a definition is what its struct is called.
 *   <li>{@code @problem("{value} is no name", "letters", "rename it")} at a definition is the message about a value that
 *       breaks it, then what was expected, then the help; the last two may be left out. {@code {value}} is the value,
 *       {@code {label}} the name of its field, {@code {count}} the number of its code points.
 *   <li>{@code @help("did you mean \"x\"?")} at a field whose value is {@code _|_} says what to do about it.
 * </ul>
 */
public final class Schema {
    private final SourceFile source;
    private final SchemaTree tree;
    private final CompiledExpr.StructLiteral file;
    private final Expr definition;
    private final CompiledExpr reference;

    private Schema(SourceFile source, CompiledExpr.StructLiteral file, Expr definition, CompiledExpr reference) {
        this.source = source;
        this.tree = new SchemaTree(source);
        this.file = file;
        this.definition = definition;
        this.reference = reference;
    }

    /**
     * Takes a definition of a file.
     *
     * @param definition its name, {@code #} included
     * @throws UserException if the file is no CUE, or has no such definition
     */
    public static Schema of(SourceText source, String definition) {
        SourceFile tree = Parser.parse(source);
        Compiler compiler = new Compiler(tree);
        Compilation<CompiledExpr.StructLiteral> file = compiler.file();
        refuse(file);
        SourceText name = new SourceText(source.name(), definition);
        Expr parsed = Parser.parseExpression(name);
        Compilation<CompiledExpr> reference = compiler.expression(name, parsed);
        refuse(reference);
        return new Schema(tree, file.root(), parsed, reference.root());
    }

    private static void refuse(Compilation<?> compiled) {
        if (!compiled.errors().isEmpty()) {
            throw new UserException(compiled.errors().stream()
                    .map(Compilation.Problem::diagnostic)
                    .toList());
        }
    }

    /** What the definition says of a value. */
    public Judgement judge(Value value) {
        return DeepStack.run(() -> {
            Slices slices = Slices.of(value, definition, tree);
            Interpreter interpreter = new Interpreter(file);
            List<Value> complete = new ArrayList<>();
            for (Value part : slices.parts()) {
                Interpreter.Result result = unified(interpreter, part, reference);
                if (result.value().isEmpty()) {
                    return new Judgement(Optional.empty(), violations(value, part, result.errors()));
                }
                complete.add(result.value().get());
            }
            return new Judgement(Optional.of(slices.joined(complete)), List.of());
        });
    }

    private static Interpreter.Result unified(Interpreter interpreter, Value value, CompiledExpr schema) {
        CompiledExpr literal = ValueLiteral.of(value);
        return interpreter.complete(value, new CompiledExpr.Unification(literal.place(), literal, schema));
    }

    private List<Violation> violations(Value value, Value part, List<CueError> errors) {
        List<Violation> found = Explanation.of(new Scope(), value, definition);
        return found.isEmpty()
                ? errors.stream().map(error -> asItIs(error, part)).toList()
                : found;
    }

    private static Violation asItIs(CueError error, Value value) {
        Value wrong = at(error.path(), value);
        Diagnostic shown = error.diagnostic();
        return new Violation(
                error.path(), wrong.origin().place(), wrong.origin().via(), shown.message(), "", shown.help());
    }

    /** The value with a path, or the last one on the way to it. */
    private static Value at(ValuePath path, Value value) {
        Value found = value;
        for (Object label : path.labels()) {
            Optional<Value> next = child(found, label);
            if (next.isEmpty()) {
                return found;
            }
            found = next.get();
        }
        return found;
    }

    private static Optional<Value> child(Value value, Object label) {
        if (value instanceof Value.Struct struct) {
            return Optional.ofNullable(struct.fields().get(label.toString())).map(Value.Field::value);
        }
        boolean element = value instanceof Value.ListValue list
                && label instanceof Integer index
                && index < list.elements().size();
        return element ? Optional.of(((Value.ListValue) value).elements().get((Integer) label)) : Optional.empty();
    }

    /** The file while one value is explained. */
    final class Scope {
        private final Compiler compiler = new Compiler(source);
        private final Interpreter interpreter = new Interpreter(file);
        private final IdentityHashMap<Expr, Compilation<CompiledExpr>> compiled = new IdentityHashMap<>();

        private Scope() {
            compiler.file();
        }

        SchemaTree tree() {
            return tree;
        }

        /** The text of a part of the file. */
        String text(Expr expr) {
            return source.source()
                    .text()
                    .substring(expr.span().start(), expr.span().end());
        }

        /** Whether a value fits an expression of the file; true for one that cannot be looked at by itself. */
        boolean fits(Value value, Expr expr) {
            Compilation<CompiledExpr> schema =
                    compiled.computeIfAbsent(expr, key -> compiler.expression(source.source(), key));
            return !schema.errors().isEmpty()
                    || unified(interpreter, value, schema.root()).value().isPresent();
        }
    }
}
