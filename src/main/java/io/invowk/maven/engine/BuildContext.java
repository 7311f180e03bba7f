// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Names the image of a containerfile by its content: by the file itself, and by the names, contents, execute bits and link
 * targets of all that its instructions can read from the build context. Neither paths outside the context nor times count:
 * an edit makes another image, a move does not, and equal contexts share one.
 *
 * <p>A trigger ({@code ONBUILD}) of a base image that copies from the context is not seen.
 */
final class BuildContext {
    private static final String REPOSITORY = "localhost/invowk-build";
    private static final int TAG_DIGITS = 16;

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
        KnownTag kept = KnownTag.in(known.resolve(KnownTag.PREFIX + id()), text, files, now);
        Optional<String> tag = kept.tag();
        if (tag.isEmpty()) {
            tag = Optional.of(tag(text, files));
            kept.keep(tag.get());
        }
        return tag.get();
    }

    /** The name of what is known of this build. */
    private String id() {
        byte[] places = (containerfile + "\0" + directory).getBytes(StandardCharsets.UTF_8);
        return hex(sha256().digest(places));
    }

    private String tag(byte[] text, Map<String, FileState> files) throws IOException {
        MessageDigest digest = sha256();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            put(out, text);
            for (Map.Entry<String, FileState> entry : files.entrySet()) {
                put(out, entry.getKey().getBytes(StandardCharsets.UTF_8));
                putFile(out, directory.resolve(entry.getKey()), entry.getValue());
            }
        }
        return REPOSITORY + ":" + hex(digest.digest());
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest).substring(0, TAG_DIGITS);
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
        MessageDigest digest = sha256();
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
