// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.shell.text.ByteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Utilities that run text or other commands. */
final class EvaluationBuiltins {
    private EvaluationBuiltins() {}

    static void addTo(Map<String, Builtin> byName) {
        byName.put("eval", EvaluationBuiltins::eval);
        byName.put(".", EvaluationBuiltins::source);
        byName.put("source", EvaluationBuiltins::source);
        byName.put("exec", EvaluationBuiltins::exec);
        byName.put("builtin", EvaluationBuiltins::builtin);
    }

    private static int eval(Invocation call) {
        List<String> arguments = call.arguments();
        if (!arguments.isEmpty() && arguments.get(0).equals("--")) {
            arguments = arguments.subList(1, arguments.size());
        }
        call.shell().enter();
        try {
            return call.shell().runText(new SourceText("eval", String.join(" ", arguments)));
        } finally {
            call.shell().leave();
        }
    }

    private static int source(Invocation call) throws IOException {
        List<String> arguments = call.arguments();
        if (!arguments.isEmpty() && arguments.get(0).equals("--")) {
            arguments = arguments.subList(1, arguments.size());
        }
        if (arguments.isEmpty()) {
            throw new UsageException("filename argument required");
        }
        String name = arguments.get(0);
        String text;
        try {
            text = text(call, name);
        } catch (IOException e) {
            call.fail(1, name + ": " + Messages.of(e));
            if (call.name().equals(".")) {
                throw new ControlFlow.SpecialFailure(1);
            }
            return 1;
        }
        return run(call, new SourceText(name, text), arguments.subList(1, arguments.size()));
    }

    private static String text(Invocation call, String name) throws IOException {
        String path = name;
        if (name.indexOf('/') < 0) {
            Optional<Path> found = call.shell().simpleCommands().programs().findReadable(name);
            path = found.map(Path::toString).orElse(name);
        }
        OpenFile file = call.shell().redirector().open(io.invowk.maven.shell.syntax.Redirection.Operator.READ, path);
        file.retain();
        try {
            Input input = file.input();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            int count = input == null ? -1 : input.read(buffer, 0, buffer.length);
            while (count >= 0) {
                bytes.write(buffer, 0, count);
                count = input == null ? -1 : input.read(buffer, 0, buffer.length);
            }
            return ByteText.decode(bytes.toByteArray());
        } finally {
            file.release();
        }
    }

    /** Positional parameters of the file are its own, unless it sets others. */
    private static int run(Invocation call, SourceText source, List<String> arguments) {
        Environment environment = call.environment();
        List<String> outer = environment.positionals;
        int outerVersion = environment.positionalVersion;
        if (!arguments.isEmpty()) {
            environment.positionals = List.copyOf(arguments);
        }
        call.shell().enter();
        environment.sources.push(source.name());
        try {
            return call.shell().runText(source);
        } catch (ControlFlow.Return e) {
            return e.status();
        } finally {
            environment.sources.pop();
            call.shell().leave();
            if (!arguments.isEmpty() && environment.positionalVersion == outerVersion) {
                environment.positionals = outer;
            }
        }
    }

    /** Only reached behind {@code command} and {@code builtin}; redirections do not stay then. */
    private static int exec(Invocation call) {
        if (call.arguments().isEmpty()) {
            return 0;
        }
        List<String> arguments = call.arguments();
        int status =
                call.shell().simpleCommands().programs().run(arguments.get(0), arguments.subList(1, arguments.size()));
        throw new ControlFlow.Exit(status);
    }

    private static int builtin(Invocation call) {
        return call.operands().isEmpty()
                ? 0
                : call.shell().simpleCommands().runWithoutFunctions(call.operands(), false);
    }
}
