// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.Implementation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a script starts: what this run says, else the implementation, the command, the file, the file's directory. */
final class WorkingDirectory {
    private WorkingDirectory() {}

    /** The directory, absolute; relative ones start from the directory of the invkfile. Nothing is looked at. */
    static Path of(CommandEntry entry, Implementation implementation, Optional<Word> wanted) {
        Path directory = entry.source().invkfile().directory();
        Optional<Word> given = wanted.filter(word -> !word.text().isEmpty());
        String text = given.map(Word::text)
                .or(() -> notEmpty(implementation.workdir()))
                .or(() -> notEmpty(entry.command().workdir()))
                .or(() -> notEmpty(entry.source().invkfile().workdir()))
                .orElse("");
        Place place = given.map(Word::place).orElse(implementation.origin());
        try {
            return text.isEmpty() ? directory : directory.resolve(text);
        } catch (InvalidPathException e) {
            throw new UserException(Diagnostic.at(place, Quoted.of(text) + " is no working directory here"));
        }
    }

    private static Optional<String> notEmpty(Optional<String> text) {
        return text.filter(value -> !value.isEmpty());
    }
}
