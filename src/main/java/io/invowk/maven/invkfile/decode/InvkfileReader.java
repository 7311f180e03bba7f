// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.Cue;
import io.invowk.maven.cue.Evaluation;
import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Reads invkfiles: file to text, text to value, value to records. The first of these steps that finds problems is the
 * last one, and reports all it finds.
 */
public final class InvkfileReader {
    private InvkfileReader() {}

    /**
     * Reads a file.
     *
     * @param file absolute
     * @param cwd messages name the file as a user in this directory would; absolute
     */
    public static Decoded read(Path file, Path cwd) {
        String name = nameFrom(cwd, file);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(Cue.MAX_SOURCE_BYTES + 1);
        } catch (IOException e) {
            return Decoded.failed(Kind.IO, Diagnostic.of("cannot read " + Quoted.of(name) + ": " + reason(file, e)));
        }
        if (bytes.length > Cue.MAX_SOURCE_BYTES) {
            return Decoded.failed(
                    Kind.SIZE, Diagnostic.of(Quoted.of(name) + " is larger than " + Cue.MAX_SOURCE_BYTES + " bytes"));
        }
        Utf8Text text = Utf8Text.of(name, bytes);
        return text.problem().isPresent()
                ? Decoded.failed(Kind.SYNTAX, text.problem().get())
                : decode(text.text(), file);
    }

    /** Reads a text that is already there; {@code file} is where it came from, absolute. */
    public static Decoded decode(SourceText source, Path file) {
        Evaluation evaluation = Cue.evaluate(source);
        if (evaluation.value().isEmpty()) {
            return Decoded.failed(evaluation.errors().stream()
                    .sorted(Comparator.comparingInt(InvkfileReader::start))
                    .map(InvkfileReader::problem)
                    .toList());
        }
        return InvkfileDecoder.decode(evaluation.value().get(), file);
    }

    private static int start(CueError error) {
        return error.diagnostic().place().map(place -> place.span().start()).orElse(0);
    }

    private static InvkfileProblem problem(CueError error) {
        Kind kind = switch (error.kind()) {
            case PARSE, UNSUPPORTED, RESOLVE -> Kind.SYNTAX;
            case USER, CLOSED, CONFLICT, ARITH, TYPE, STRUCTURAL_CYCLE, REQUIRED, UNDEFINED, CYCLE, INCOMPLETE, OTHER ->
                Kind.SCHEMA;
        };
        return new InvkfileProblem(kind, error.diagnostic());
    }

    private static String nameFrom(Path cwd, Path file) {
        return file.startsWith(cwd) ? cwd.relativize(file).toString() : file.toString();
    }

    private static String reason(Path file, IOException e) {
        if (Files.isDirectory(file)) {
            return "it is a directory";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String system = e instanceof FileSystemException fse ? fse.getReason() : e.getMessage();
        return system == null ? "input error" : system;
    }
}
