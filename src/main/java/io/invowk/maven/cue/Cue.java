// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.compile.Compilation;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Compiler;
import io.invowk.maven.cue.eval.Interpreter;
import io.invowk.maven.cue.syntax.Parser;
import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.cue.value.ValuePath;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates CUE files. No I/O, no state: every call stands alone and may run on any thread. */
public final class Cue {
    /** Longest file, in bytes of UTF-8. */
    public static final int MAX_SOURCE_BYTES = 5 * 1024 * 1024;

    private Cue() {}

    /** The concrete value of a whole file: defaults taken, nothing missing. */
    public static Evaluation evaluate(SourceText source) {
        return run(source, null, true);
    }

    /** The errors of a file that no further data could mend; values may stay incomplete. Never has a value. */
    public static Evaluation check(SourceText source) {
        return run(source, null, false);
    }

    /** The concrete value of an expression that sees the names of a file; errors elsewhere in it do not count. */
    public static Evaluation evaluate(SourceText source, SourceText expression) {
        return run(source, expression, true);
    }

    private static Evaluation run(SourceText source, @Nullable SourceText expression, boolean concrete) {
        return DeepStack.run(() -> {
            try {
                return evaluation(source, expression, concrete);
            } catch (UserException unparsed) {
                return failed(unparsed);
            }
        });
    }

    private static Evaluation evaluation(SourceText source, @Nullable SourceText expression, boolean concrete) {
        if (isTooLong(source.text())) {
            Diagnostic tooLong = Diagnostic.of(source.name() + " has more than " + MAX_SOURCE_BYTES + " bytes");
            return new Evaluation(
                    Optional.empty(),
                    List.of(new CueError(ErrorKind.OTHER, ValuePath.ROOT, tooLong.help("split the file"))));
        }
        return expression == null ? file(source, concrete) : expression(source, expression);
    }

    private static Evaluation file(SourceText source, boolean concrete) {
        Compilation<CompiledExpr.StructLiteral> file = new Compiler(Parser.parse(source)).file();
        if (!file.errors().isEmpty()) {
            return failed(file);
        }
        Interpreter interpreter = new Interpreter(file.root());
        return result(concrete ? interpreter.export() : interpreter.evaluate());
    }

    private static Evaluation expression(SourceText source, SourceText expression) {
        Compiler compiler = new Compiler(Parser.parse(source));
        Compilation<CompiledExpr.StructLiteral> file = compiler.file();
        if (!file.errors().isEmpty()) {
            return failed(file);
        }
        Compilation<CompiledExpr> asked = compiler.expression(expression, Parser.parseExpression(expression));
        return asked.errors().isEmpty() ? result(new Interpreter(file.root()).export(asked.root())) : failed(asked);
    }

    /** A character has three bytes at most, so that short texts need not be encoded. */
    private static boolean isTooLong(String text) {
        return text.length() > MAX_SOURCE_BYTES / 3 && text.getBytes(StandardCharsets.UTF_8).length > MAX_SOURCE_BYTES;
    }

    private static Evaluation result(Interpreter.Result result) {
        return new Evaluation(result.value(), result.errors());
    }

    private static Evaluation failed(Compilation<?> compiled) {
        List<CueError> errors = new ArrayList<>();
        for (Compilation.Problem problem : compiled.errors()) {
            ErrorKind kind = problem.cycle() ? ErrorKind.CYCLE : ErrorKind.RESOLVE;
            errors.add(new CueError(kind, ValuePath.ROOT, problem.diagnostic()));
        }
        return new Evaluation(Optional.empty(), errors);
    }

    private static Evaluation failed(UserException unparsed) {
        List<CueError> errors = new ArrayList<>();
        for (Diagnostic diagnostic : unparsed.diagnostics()) {
            errors.add(new CueError(ErrorKind.PARSE, ValuePath.ROOT, diagnostic));
        }
        return new Evaluation(Optional.empty(), errors);
    }
}
