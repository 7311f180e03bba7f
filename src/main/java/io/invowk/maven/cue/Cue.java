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
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.cue.value.ValuePath;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Evaluates CUE files. No I/O, no state: every call stands alone and may run on any thread. */
public final class Cue {
    /** For deeply nested values; memory that is not used is not taken. */
    private static final long STACK_BYTES = 1L << 30;

    private Cue() {}

    /** The concrete value of a whole file: defaults taken, nothing missing. */
    public static Evaluation evaluate(SourceText source) {
        return onDeepStack(() -> compiled(source, (compiler, file) -> result(new Interpreter(file).export())));
    }

    /** The errors of a file that no further data could mend; values may stay incomplete. Never has a value. */
    public static Evaluation check(SourceText source) {
        return onDeepStack(() -> compiled(source, (compiler, file) -> result(new Interpreter(file).evaluate())));
    }

    /** The concrete value of an expression that sees the names of a file; errors elsewhere in it do not count. */
    public static Evaluation evaluate(SourceText source, SourceText expression) {
        return onDeepStack(() -> compiled(source, (compiler, file) -> {
            Expr tree = Parser.parseExpression(expression);
            Compilation<CompiledExpr> compiled = compiler.expression(expression, tree);
            if (!compiled.errors().isEmpty()) {
                return failed(compiled);
            }
            return result(new Interpreter(file).export(compiled.root()));
        }));
    }

    /** What to do with a file that compiles. */
    private interface Use {
        Evaluation of(Compiler compiler, CompiledExpr.StructLiteral file);
    }

    private static Evaluation compiled(SourceText source, Use use) {
        try {
            SourceFile tree = Parser.parse(source);
            Compiler compiler = new Compiler(tree);
            Compilation<CompiledExpr.StructLiteral> compiled = compiler.file();
            return compiled.errors().isEmpty() ? use.of(compiler, compiled.root()) : failed(compiled);
        } catch (UserException unparsed) {
            return failed(ErrorKind.PARSE, unparsed.diagnostics());
        }
    }

    private static Evaluation result(Interpreter.Result result) {
        return new Evaluation(result.value(), result.errors());
    }

    private static Evaluation failed(Compilation<?> compiled) {
        List<CueError> errors = compiled.errors().stream()
                .map(p -> new CueError(p.cycle() ? ErrorKind.CYCLE : ErrorKind.RESOLVE, ValuePath.ROOT, p.diagnostic()))
                .toList();
        return new Evaluation(Optional.empty(), errors);
    }

    private static Evaluation failed(ErrorKind kind, List<Diagnostic> diagnostics) {
        List<CueError> errors = diagnostics.stream()
                .map(d -> new CueError(kind, ValuePath.ROOT, d))
                .toList();
        return new Evaluation(Optional.empty(), errors);
    }

    private static Evaluation onDeepStack(Supplier<Evaluation> work) {
        AtomicReference<Evaluation> result = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(work.get()), "cue", STACK_BYTES);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, failure) -> thrown.set(failure));
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thrown.get() != null) {
            throw new IllegalStateException("evaluation of CUE failed", thrown.get());
        }
        return Objects.requireNonNull(result.get());
    }
}
