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
import java.util.List;
import java.util.Optional;

/** Where a script starts: what this run says, else the implementation, the command, the file, the file's directory. */
final class WorkingDirectory {
    private WorkingDirectory() {}

    /** The directory, absolute; relative ones start from the directory of the invkfile. Nothing is looked at. */
    static Path of(CommandEntry entry, Implementation implementation, Optional<Word> wanted) {
        Path directory = entry.source().invkfile().directory();
        Optional<String> given = wanted.isPresent() ? Optional.of(wanted.get().text()) : Optional.empty();
        String text = firstNotEmpty(List.of(
                given,
                implementation.workdir(),
                entry.command().workdir(),
                entry.source().invkfile().workdir()));
        try {
            return text.isEmpty() ? directory : directory.resolve(text);
        } catch (InvalidPathException e) {
            Place place = wanted.filter(word -> !word.text().isEmpty())
                    .map(Word::place)
                    .orElse(implementation.origin());
            throw new UserException(Diagnostic.at(place, Quoted.of(text) + " is no working directory here"));
        }
    }

    private static String firstNotEmpty(List<Optional<String>> texts) {
        for (Optional<String> text : texts) {
            if (text.isPresent() && !text.get().isEmpty()) {
                return text.get();
            }
        }
        return "";
    }
}
