// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Discovery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The invkfile that a project begins with. */
final class StarterFile {
    private static final String RESOURCE = "/starter_invkfile.cue";

    private StarterFile() {}

    /** Its text. The resource begins with a licence of ours and an empty line, which are not part of it. */
    static String text() throws IOException {
        try (InputStream in = StarterFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            return text.substring(text.indexOf("\n\n") + 2);
        }
    }

    /**
     * Writes it into a directory.
     *
     * @return the file
     * @throws UserException if there is an invkfile already
     */
    static Path write(Path directory) throws IOException {
        Optional<Path> there = Discovery.invkfile(directory);
        if (there.isPresent()) {
            throw exists(there.get());
        }
        Path file = directory.resolve("invkfile.cue");
        try {
            return Files.writeString(file, text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        }
    }

    private static UserException exists(Path file) {
        return new UserException(Diagnostic.of(Quoted.of(file.toString()) + " exists already; nothing was written")
                .help("edit it, or remove it first"));
    }
}
