// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.ByteSource;
import io.invowk.maven.shell.port.FileFacts;
import io.invowk.maven.shell.port.ProgramCall;
import io.invowk.maven.shell.port.RunningProgram;
import io.invowk.maven.shell.text.ByteText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and runs programs of the machine: POSIX XCU 2.9.1.4. */
final class ProgramRunner {
    static final int NOT_EXECUTABLE = 126;
    static final int NOT_FOUND = 127;

    private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";
    private static final int HEAD_BYTES = 256;

    private final Interpreter shell;
    private final Environment environment;

    ProgramRunner(Interpreter shell) {
        this.shell = shell;
        this.environment = shell.environment();
    }

    /** Runs a program by its name or path; its exit status. */
    int run(String name, List<String> arguments) {
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            shell.error(name + ": " + (name.indexOf('/') < 0 ? "command not found" : "No such file or directory"));
            return NOT_FOUND;
        }
        Path program = found.get();
        if (isDirectory(program) || !shell.files().isExecutable(program)) {
            shell.error(name + ": " + (isDirectory(program) ? "Is a directory" : "Permission denied"));
            return NOT_EXECUTABLE;
        }
        try {
            return isShellText(program) ? runText(program, arguments) : start(program, arguments);
        } catch (IOException e) {
            shell.error(name + ": " + Messages.of(e));
            return NOT_EXECUTABLE;
        }
    }

    private boolean isDirectory(Path path) {
        return shell.files()
                .facts(path, true)
                .filter(facts -> facts.kind() == FileFacts.Kind.DIRECTORY)
                .isPresent();
    }

    private boolean isFile(Path path) {
        return shell.files()
                .facts(path, true)
                .filter(facts -> facts.kind() != FileFacts.Kind.DIRECTORY)
                .isPresent();
    }

    /** Where a program is: a path as it is, a name along {@code PATH}. */
    Optional<Path> find(String name) {
        if (name.indexOf('/') >= 0) {
            return environment
                    .path(name)
                    .filter(path -> shell.files().facts(path, true).isPresent());
        }
        Path known = environment.remembered.get(name);
        if (known != null && shell.files().isExecutable(known)) {
            return Optional.of(known);
        }
        Optional<Path> found = search(name, environment.variables.value("PATH"));
        found.ifPresent(path -> environment.remembered.put(name, path));
        return found;
    }

    /** A file along {@code PATH} that can be read; it need not be executable. */
    Optional<Path> findReadable(String name) {
        String directories = environment.variables.value("PATH");
        return candidates(name, directories == null ? "" : directories)
                .filter(shell.files()::isReadable)
                .findFirst();
    }

    /** Where a program is by the path that finds all utilities of POSIX. */
    Optional<Path> findStandard(String name) {
        return name.indexOf('/') >= 0 ? find(name) : search(name, DEFAULT_PATH);
    }

    /** An executable file wins over one that is none and comes before it. */
    private Optional<Path> search(String name, @Nullable String directories) {
        if (directories == null || name.isEmpty()) {
            return Optional.empty();
        }
        return candidates(name, directories)
                .filter(shell.files()::isExecutable)
                .findFirst()
                .or(() -> candidates(name, directories).findFirst());
    }

    /** The files of a name in directories that colons separate. */
    private Stream<Path> candidates(String name, String directories) {
        return Arrays.stream(directories.split(":", -1))
                .map(directory -> environment.path(directory.isEmpty() ? name : directory + "/" + name))
                .flatMap(Optional::stream)
                .filter(this::isFile);
    }

    /** Whether a file is the text of a script that names no interpreter: this shell runs it. */
    private boolean isShellText(Path program) throws IOException {
        if (!shell.files().isReadable(program)) {
            return false;
        }
        byte[] head = new byte[HEAD_BYTES];
        int count;
        try (InputStream stream = shell.files().read(program)) {
            count = stream.readNBytes(head, 0, HEAD_BYTES);
        }
        if (count >= 2 && head[0] == '#' && head[1] == '!') {
            return false;
        }
        int lineEnd = 0;
        while (lineEnd < count && head[lineEnd] != '\n') {
            lineEnd++;
        }
        for (byte each : Arrays.copyOf(head, lineEnd)) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    private int runText(Path program, List<String> arguments) throws IOException {
        byte[] bytes;
        try (InputStream stream = shell.files().read(program)) {
            bytes = stream.readAllBytes();
        }
        return new ScriptProcess(shell).run(program.toString(), ByteText.decode(bytes), arguments);
    }

    private int start(Path program, List<String> arguments) throws IOException {
        OpenFile inputFile = environment.descriptors.get(0);
        ByteSource input = inputFile == null ? null : inputFile.input();
        OutputStream output = shell.output(1);
        OutputStream errors = shell.output(2);
        RunningProgram running = environment
                .session
                .programs()
                .start(new ProgramCall(
                        program,
                        arguments,
                        environment.variables.exported(),
                        environment.directory,
                        input == null ? new Input(new ByteArrayInputStream(new byte[0])) : input,
                        output == null ? OutputStream.nullOutputStream() : CallerStream.unwrap(output),
                        errors == null ? OutputStream.nullOutputStream() : CallerStream.unwrap(errors)));
        try {
            return running.waitFor();
        } catch (InterruptedException e) {
            running.stop();
            Thread.currentThread().interrupt();
            shell.handleSignals();
            return NOT_EXECUTABLE;
        }
    }
}
