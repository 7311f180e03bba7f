// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.ByteSource;
import io.invowk.maven.shell.utility.Utility;
import io.invowk.maven.shell.utility.UtilityCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs a utility that is inside the shell as if it were a program. */
final class UtilityRunner implements UtilityCall.Surroundings {
    /** Built-ins that are programs on other machines, so that utilities may call them. */
    private static final Set<String> PROGRAMS_TOO = Set.of("[", "echo", "false", "printf", "pwd", "test", "true");

    private final Interpreter shell;
    private final Environment environment;

    UtilityRunner(Interpreter shell) {
        this.shell = shell;
        this.environment = shell.environment();
    }

    /** Runs one; its exit status. */
    int run(Utility utility, String name, List<String> arguments) {
        Builtin asBuiltin = call -> UtilityCall.run(utility, name, arguments, this);
        return new Invocation(shell, name, List.of()).run(asBuiltin);
    }

    @Override
    public InputStream input() {
        OpenFile file = environment.descriptors.get(0);
        ByteSource source = file == null ? null : file.input();
        if (source == null) {
            return InputStream.nullInputStream();
        }
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return length == 0 ? 0 : source.read(target, offset, length);
            }
        };
    }

    @Override
    public OutputStream output() {
        OutputStream stream = shell.output(1);
        if (stream != null) {
            return stream;
        }
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("write error: Bad file descriptor");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (length > 0) {
                    write(bytes[offset]);
                }
            }
        };
    }

    @Override
    public void error(String line) {
        shell.message(line);
    }

    @Override
    public Path directory() {
        return environment.directory;
    }

    @Override
    public Map<String, String> environment() {
        return environment.variables.exported();
    }

    @Override
    public int mask() {
        return environment.mask;
    }

    @Override
    public int execute(List<String> words, Path directory) {
        Path outer = environment.directory;
        environment.directory = directory;
        try {
            SimpleCommands commands = shell.simpleCommands();
            if (PROGRAMS_TOO.contains(words.get(0))) {
                List<Operand> operands =
                        words.stream().map(word -> new Operand(word, null)).toList();
                return commands.runWithoutFunctions(operands, true);
            }
            return commands.runProgram(words.get(0), words.stream().skip(1).toList());
        } finally {
            environment.directory = outer;
        }
    }
}
