// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.engine.Leftover.Action;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The tag that a build had the last time, and the state of all that it was made from: while that is the same, nothing is read again.
 * It is a file of ours: the tag's length and the tag, then the state. One that cannot be used is none.
 */
final class KnownTag {
    /** What the names of the files begin with. */
    static final String PREFIX = "context.";

    /** Clocks of file systems can be this coarse (FAT): a younger file may change once more without a trace. */
    private static final long COARSEST_NANOSECONDS = TimeUnit.SECONDS.toNanos(2);

    private final Path file;
    private final byte[] state;
    private final boolean settled;

    private KnownTag(Path file, byte[] state, boolean settled) {
        this.file = file;
        this.state = state;
        this.settled = settled;
    }

    /**
     * What is known of a build.
     *
     * @param containerfile its text
     * @param now when the context was looked at, or before
     */
    static KnownTag in(Path file, byte[] containerfile, Map<String, FileState> context, Instant now)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long latest = 0;
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(containerfile.length);
            out.write(containerfile);
            for (Map.Entry<String, FileState> entry : context.entrySet()) {
                out.writeUTF(entry.getKey());
                FileState of = entry.getValue();
                out.writeByte(of.kind().letter);
                // the times of a directory change with files that do not count
                if (of.kind() != FileState.Kind.DIRECTORY) {
                    out.writeBoolean(of.executable());
                    out.writeLong(of.inode());
                    out.writeLong(of.size());
                    out.writeLong(of.modified());
                    out.writeLong(of.changed());
                    latest = Math.max(latest, of.changed());
                }
            }
        }
        long settledSince = TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli()) - COARSEST_NANOSECONDS;
        return new KnownTag(file, bytes.toByteArray(), latest < settledSince);
    }

    /** The tag, if nothing has changed. */
    Optional<String> tag() {
        if (!settled || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] kept = Files.readAllBytes(file);
            int start = 1 + kept[0];
            boolean same = Arrays.equals(kept, start, kept.length, state, 0, state.length);
            return same ? Optional.of(new String(kept, 1, kept[0], StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps the tag for the next time, in one step: another process may read or write it. Where it cannot be kept the next build
     * reads everything again.
     */
    void keep(String tag) {
        if (!settled) {
            return;
        }
        byte[] text = tag.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.write(text.length);
        kept.writeBytes(text);
        kept.writeBytes(state);
        try {
            Path written = Files.createTempFile(Objects.requireNonNull(file.getParent()), ".context-", "");
            try {
                Files.write(written, kept.toByteArray());
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            // only the shortcut is lost
        }
    }

    /** Tells of all of them in a directory of ours, and removes them if that is confirmed: the next build makes its own anew. */
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
