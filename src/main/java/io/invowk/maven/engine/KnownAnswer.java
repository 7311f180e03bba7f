// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.engine.Leftover.Action;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer that was found by reading files, kept with the states that these had: while they are the same, nothing is read again. It is
 * in a file of ours: the answer's length and the answer, then the states. A file that cannot be used is none.
 */
final class KnownAnswer {
    private static final String PREFIX = "known.";

    private final byte[] kept;

    private KnownAnswer(byte[] kept) {
        this.kept = kept;
    }

    /**
     * Where an answer is kept.
     *
     * @param directory of ours
     * @param question which it answers
     */
    static Path file(Path directory, String question) {
        return directory.resolve(PREFIX + Sha256.name(question.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is kept in a file. */
    static Optional<KnownAnswer> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] kept = Files.readAllBytes(file);
            boolean whole = kept.length > 0 && kept[0] >= 0 && kept[0] < kept.length;
            return whole ? Optional.of(new KnownAnswer(kept)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The answer. */
    String text() {
        return new String(kept, 1, kept[0], StandardCharsets.UTF_8);
    }

    /** Whether the files are as they were. */
    boolean isOf(FileStates states) {
        byte[] bytes = states.bytes();
        return Arrays.equals(kept, 1 + kept[0], kept.length, bytes, 0, bytes.length);
    }

    /**
     * Keeps an answer for the next time, in one step: another process may read or write it. Where it cannot be kept the next time
     * everything is read again.
     *
     * @param text at most 127 bytes
     */
    static void keep(Path file, String text, FileStates states) {
        byte[] answer = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(answer.length);
        bytes.writeBytes(answer);
        bytes.writeBytes(states.bytes());
        try {
            Path written = Files.createTempFile(Objects.requireNonNull(file.getParent()), ".known-", "");
            try {
                Files.write(written, bytes.toByteArray());
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            // only the shortcut is lost
        }
    }

    /** Tells of all of them in a directory of ours, and removes them if that is confirmed: each is found anew when it is needed. */
    static List<Leftover> clean(Path directory, boolean confirmed) throws IOException {
        List<Leftover> things = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (Path file : files) {
                cleanOne(file, confirmed).ifPresent(things::add);
            }
        }
        return things;
    }

    /** Nothing if another process has removed it meanwhile. */
    private static Optional<Leftover> cleanOne(Path file, boolean confirmed) throws IOException {
        try {
            OptionalLong bytes = OptionalLong.of(Files.size(file));
            if (confirmed) {
                Files.delete(file);
            }
            Action action = confirmed ? Action.REMOVED : Action.FOUND;
            return Optional.of(new Leftover(action, "cache", "", bytes, file.toString(), ""));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
