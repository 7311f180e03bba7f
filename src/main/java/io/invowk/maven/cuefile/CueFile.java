// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import io.invowk.maven.cue.Cue;
import io.invowk.maven.cue.Evaluation;
import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;

/**
 * Reads files of CUE: file to text, text to value. The first of these steps that finds problems is the last one, and
 * reports all it finds.
 */
public final class CueFile {
    private static final String LINK_LOOP = "Too many levels of symbolic links";

    private CueFile() {}

    /**
     * Reads a file.
     *
     * @param file absolute
     * @param cwd messages name the file as a user in this directory would; absolute
     */
    public static Reading<Value> read(Path file, Path cwd) {
        String name = nameFrom(cwd, file);
        if (isPipeOrDevice(file)) {
            return Reading.failed(
                    Kind.IO,
                    Diagnostic.of("cannot read " + Quoted.of(name) + ": it is neither a file nor a directory"));
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(Cue.MAX_SOURCE_BYTES + 1);
        } catch (IOException e) {
            return Reading.failed(Kind.IO, Diagnostic.of("cannot read " + Quoted.of(name) + ": " + reason(file, e)));
        }
        if (bytes.length > Cue.MAX_SOURCE_BYTES) {
            return Reading.failed(
                    Kind.SIZE, Diagnostic.of(Quoted.of(name) + " is larger than " + Cue.MAX_SOURCE_BYTES + " bytes"));
        }
        Utf8Text text = Utf8Text.of(name, bytes);
        return text.problem().isPresent()
                ? Reading.failed(Kind.SYNTAX, text.problem().get())
                : evaluate(text.text());
    }

    /** Evaluates a text that is already there. */
    public static Reading<Value> evaluate(SourceText source) {
        Evaluation evaluation = Cue.evaluate(source);
        if (evaluation.value().isEmpty()) {
            return Reading.failed(evaluation.errors().stream()
                    .sorted(Comparator.comparingInt(CueFile::start))
                    .map(CueFile::problem)
                    .toList());
        }
        return Reading.of(evaluation.value().get());
    }

    /** Reading it could wait for ever. */
    private static boolean isPipeOrDevice(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            return false;
        }
    }

    private static int start(CueError error) {
        return error.diagnostic().place().map(place -> place.span().start()).orElse(0);
    }

    private static FileProblem problem(CueError error) {
        Kind kind = switch (error.kind()) {
            case PARSE, UNSUPPORTED, RESOLVE -> Kind.SYNTAX;
            case USER, CLOSED, CONFLICT, ARITH, TYPE, STRUCTURAL_CYCLE, REQUIRED, UNDEFINED, CYCLE, INCOMPLETE, OTHER ->
                Kind.SCHEMA;
        };
        return new FileProblem(kind, error.diagnostic());
    }

    /** What messages call a file, so that a user in a directory can type it; control characters are shown by their number. */
    public static String nameFrom(Path cwd, Path file) {
        return Quoted.visible((file.startsWith(cwd) ? cwd.relativize(file) : file).toString());
    }

    private static String reason(Path file, IOException e) {
        return Files.isDirectory(file) ? "it is a directory" : reason(e);
    }

    /** Why something could not be read, in words. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String system = e instanceof FileSystemException fse ? fse.getReason() : e.getMessage();
        if (system == null) {
            return "input error";
        }
        // Java adds "or unable to access attributes of symbolic link" to what the system says
        return system.startsWith(LINK_LOOP) ? "too many levels of symbolic links" : system;
    }
}
