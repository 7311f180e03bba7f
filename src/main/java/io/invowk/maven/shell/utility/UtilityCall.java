// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import io.invowk.maven.shell.text.ByteText;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** One call of a utility, and all that it may use. */
public final class UtilityCall {
    private final String name;
    private final List<String> arguments;
    private final Surroundings surroundings;
    private final UtilityOutput output;

    /** What a utility gets from the shell that calls it. */
    public interface Surroundings {
        /** Standard input, which stays open. */
        InputStream input();

        /** Standard output, which stays open. */
        OutputStream output();

        /** Writes a line to standard error. */
        void error(String line);

        /** The working directory, absolute. */
        Path directory();

        /** The exported variables. */
        Map<String, String> environment();

        /** The bits of permissions that new files do not get. */
        int mask();

        /** Runs another command in a directory; its exit status. */
        int execute(List<String> words, Path directory);
    }

    private UtilityCall(String name, List<String> arguments, Surroundings surroundings) {
        this.name = name;
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.output = new UtilityOutput(surroundings.output());
    }

    /** Calls a utility; its exit status. */
    public static int run(Utility utility, String name, List<String> arguments, Surroundings surroundings)
            throws IOException {
        UtilityCall call = new UtilityCall(name, List.copyOf(arguments), surroundings);
        int status;
        try {
            try {
                status = utility.run(call);
            } catch (UtilityException e) {
                call.output.flush();
                call.error(String.valueOf(e.getMessage()));
                status = e.status();
            }
            call.output.flush();
        } catch (OutputFailure e) {
            throw e.failure();
        }
        return status;
    }

    String name() {
        return name;
    }

    List<String> arguments() {
        return arguments;
    }

    Map<String, String> environment() {
        return surroundings.environment();
    }

    int mask() {
        return surroundings.mask();
    }

    UtilityOutput output() {
        return output;
    }

    InputStream input() {
        return surroundings.input();
    }

    int execute(List<String> words, Path directory) {
        output.flush();
        return surroundings.execute(words, directory);
    }

    /** Tells of something wrong; the utility may go on. */
    void error(String message) {
        surroundings.error(name + ": " + message);
    }

    /** Tells of something that is not wrong. */
    void note(String line) {
        surroundings.error(line);
    }

    /** Tells of a file with which something is wrong. */
    void error(String operand, IOException e) throws IOException {
        rethrowInterrupt(e);
        error(operand + ": " + reason(e));
    }

    static void rethrowInterrupt(IOException e) throws IOException {
        if (e instanceof InterruptedIOException) {
            throw e;
        }
    }

    /** What went wrong, in the words of the system. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "File exists";
        }
        if (e instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "Directory not empty";
        }
        if (e instanceof NotDirectoryException) {
            return "Not a directory";
        }
        if (e instanceof NotLinkException) {
            return "Invalid argument";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(e.getMessage());
    }

    /** A path of the script, made absolute. */
    Path path(String operand) {
        if (operand.isEmpty()) {
            throw new UtilityException(1, "cannot access '': No such file or directory");
        }
        try {
            return surroundings.directory().resolve(operand);
        } catch (InvalidPathException e) {
            throw new UtilityException(1, operand + ": no file name here");
        }
    }

    /** The place of an operand. A slash at its end means a directory, also behind a link. */
    Path locate(String operand) throws NoSuchFileException {
        if (operand.isEmpty()) {
            throw new NoSuchFileException(operand);
        }
        try {
            return surroundings.directory().resolve(operand.endsWith("/") ? operand + "." : operand);
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(operand);
        }
    }

    /** The working directory, absolute. */
    Path directory() {
        return surroundings.directory();
    }

    /** The bits of permissions that a new file has. */
    int fileMode() {
        return 0666 & ~mask();
    }

    /** The bits of permissions that a new directory has. */
    int directoryMode() {
        return 0777 & ~mask();
    }

    /** The time zone: {@code TZ}, else that of the machine. */
    ZoneId zone() {
        String text = environment().get("TZ");
        return text == null ? ZoneId.systemDefault() : TimeZones.of(text);
    }

    /** Asks on standard error; whether standard input says yes. */
    boolean confirms(String question) throws IOException {
        output.flush();
        error(question);
        int first = input().read();
        for (int next = first; next >= 0 && next != '\n'; next = input().read()) {
            // Only the first letter counts.
        }
        return first == 'y' || first == 'Y';
    }

    /** Opens a file for reading; {@code -} is standard input. */
    InputStream open(String operand) throws IOException {
        if (operand.equals("-") || operand.equals("/dev/stdin")) {
            return new FilterInputStream(surroundings.input()) {
                @Override
                public void close() {
                    // It is the shell's.
                }
            };
        }
        if (operand.equals("/dev/null")) {
            return InputStream.nullInputStream();
        }
        if (operand.isEmpty()) {
            throw new NoSuchFileException(operand);
        }
        Path path = path(operand);
        if (Files.isDirectory(path)) {
            throw new IOException("Is a directory");
        }
        return new Interruptible(Files.newInputStream(path));
    }

    /** The same, for utilities that take byte after byte. */
    InputStream openBuffered(String operand) throws IOException {
        return new BufferedInputStream(open(operand), 64 * 1024);
    }

    static void checkInterrupt() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
    }

    /** The text of bytes that may be none. */
    static String text(byte[] bytes) {
        return ByteText.decode(bytes);
    }

    /** The bytes of a text. */
    static byte[] bytes(String text) {
        return ByteText.encode(text);
    }

    /** Files are never waited for, so a thread that reads one would not notice that it is to end. */
    private static final class Interruptible extends FilterInputStream {
        Interruptible(InputStream stream) {
            super(stream);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            checkInterrupt();
            return in.read(target, offset, length);
        }
    }
}
