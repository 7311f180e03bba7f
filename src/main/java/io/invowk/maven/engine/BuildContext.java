// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names the image of a containerfile by its content: by the file itself, and by the names, contents, execute bits and link
 * targets of all that its instructions can read from the build context. Neither paths outside the context nor times count:
 * an edit makes another image, a move does not, and equal contexts share one.
 *
 * <p>A trigger ({@code ONBUILD}) of a base image that copies from the context is not seen.
 */
final class BuildContext {
    private static final String REPOSITORY = "localhost/invowk-build";

    private final Path containerfile;
    private final Path directory;

    /**
     * A build, not started.
     *
     * @param directory the context, absolute
     */
    BuildContext(Path containerfile, Path directory) {
        this.containerfile = containerfile;
        this.directory = directory;
    }

    /**
     * The image's name and tag, {@code localhost/invowk-build:} and 16 hexadecimal digits.
     *
     * @param known directory of ours for what is known of builds
     * @param now the time, or one before
     * @throws IOException if the containerfile cannot be read
     */
    String tag(Path known, Instant now) throws IOException {
        byte[] text = Files.readAllBytes(containerfile);
        Map<String, FileState> files = files(text);
        FileStates states = FileStates.of(text, files);
        boolean settled = states.areSettled(now);
        Path kept = KnownAnswer.file(known, containerfile + "\0" + directory);
        Optional<KnownAnswer> last = settled ? KnownAnswer.read(kept) : Optional.empty();
        if (last.isPresent() && last.get().isOf(states)) {
            return last.get().text();
        }
        String tag = tag(text, new TreeMap<>(files));
        if (settled) {
            KnownAnswer.keep(kept, tag, states);
        }
        return tag;
    }

    private String tag(byte[] text, SortedMap<String, FileState> files) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            put(out, text);
            for (Map.Entry<String, FileState> entry : files.entrySet()) {
                put(out, entry.getKey().getBytes(StandardCharsets.UTF_8));
                try {
                    putFile(out, directory.resolve(entry.getKey()), entry.getValue());
                } catch (NoSuchFileException e) {
                    // another part of the build has removed it just now
                    out.writeByte(FileState.Kind.OTHER.letter);
                }
            }
        }
        return REPOSITORY + ":" + Sha256.name(digest);
    }

    private Map<String, FileState> files(byte[] text) throws IOException {
        // podman runs a file of this name through the C preprocessor first, which can add any instruction
        boolean preprocessed = containerfile.toString().endsWith(".in");
        ContextReads reads = preprocessed
                ? ContextReads.EVERYTHING
                : ContainerfileReader.read(new String(text, StandardCharsets.UTF_8));
        return ContextFiles.in(directory, reads);
    }

    private static void putFile(DataOutputStream out, Path file, FileState state) throws IOException {
        switch (state.kind()) {
            case LINK -> {
                out.writeByte(state.kind().letter);
                put(out, Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8));
            }
            case DIRECTORY, OTHER -> out.writeByte(state.kind().letter);
            case FILE -> {
                if (Files.isReadable(file)) {
                    out.writeByte(state.executable() ? 'x' : state.kind().letter);
                    put(out, digestOf(file));
                } else {
                    out.writeByte(FileState.Kind.OTHER.letter);
                }
            }
        }
    }

    private static byte[] digestOf(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return digest.digest();
    }

    private static void put(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
