// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.Script;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a script, read from its file if it names one. */
final class ScriptReader {
    private ScriptReader() {}

    /**
     * Reads a script.
     *
     * @param directory what a relative file name starts from
     * @throws UserException if the file cannot be read; it says why the text was taken for a file name
     */
    static ExecutionPlan.ScriptText read(Script script, Path directory) {
        if (!script.isFile()) {
            return new ExecutionPlan.ScriptText(script.text(), Optional.empty(), script.origin());
        }
        String name = script.text().strip();
        try {
            Path file = directory.resolve(name);
            return new ExecutionPlan.ScriptText(Files.readString(file), Optional.of(file), script.origin());
        } catch (CharacterCodingException e) {
            throw failure(script.origin(), name, "is not UTF-8 text", "save it as UTF-8");
        } catch (InvalidPathException e) {
            throw failure(script.origin(), name, "is no file name here", "mend the name");
        } catch (IOException e) {
            throw failure(script.origin(), name, reason(e, directory.resolve(name)), "create it, or mend the name");
        }
    }

    private static String reason(IOException e, Path file) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        return Files.isDirectory(file) ? "is a directory" : "cannot be read";
    }

    private static UserException failure(Place place, String name, String reason, String cure) {
        return new UserException(Diagnostic.at(place, "script file " + Quoted.of(name) + " " + reason)
                .note("the text was read as a file name: one word that starts with ./, ../ or /, or ends like a script")
                .note("relative names start from the directory of the invkfile")
                .help(cure + "; a text that is to run as it is needs a second word or line"));
    }
}
